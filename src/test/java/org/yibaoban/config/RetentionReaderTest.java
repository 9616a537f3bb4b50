package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.control.RecordKind;
import org.yibaoban.control.Retention;

class RetentionReaderTest {

    private static final Path SHIPPED = Path.of("..", "config");

    @TempDir
    private Path config;

    @Test
    void eachKindHasItsTimeInTheShippedFile() {
        Retention shipped = RetentionReader.read(SHIPPED);
        LocalDate today = LocalDate.of(2026, 11, 22);

        assertThat(shipped.inForce(RecordKind.INPATIENT_STAY, today)
                        .orElseThrow()
                        .beyond(today))
                .isEqualTo("1996-11-22");
        assertThat(shipped.inForce(RecordKind.OUTPATIENT_VISIT, today)
                        .orElseThrow()
                        .beyond(today))
                .isEqualTo("2011-11-22");
        assertThat(RecordKind.values())
                .allMatch(kind -> shipped.inForce(kind, today).isPresent());
    }

    @Test
    void theRuleOfADayIsTheLatestThatHasBegun() throws IOException {
        String longer = "  - {kind: trail, since: 2027-01-01, years: 20, source: longer}\n";
        Retention retention = read(shipped() + longer);

        assertThat(retention
                        .inForce(RecordKind.TRAIL, LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .keep()
                        .getYears())
                .isEqualTo(15);
        assertThat(retention
                        .inForce(RecordKind.TRAIL, LocalDate.of(2027, 1, 1))
                        .orElseThrow()
                        .source())
                .isEqualTo("longer");
        assertThat(retention.inForce(RecordKind.TRAIL, LocalDate.of(2017, 5, 31)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: trail|kind: trails|unknown kind trails",
                "kind: trail|kind: report|kind and since",
                "since: 2017-06-01, years: 15|since: 2017-06-01, months: 5|kept for less than 6 months",
                "since: 2017-06-01, years: 15|since: 2017-06-01|either years or months",
                "since: 2017-06-01|since: 2017-13-01|since",
                "years: 10|year: 10|unknown key year"
            })
    void aFaultNamesTheFileAndTheReason(String good, String wrong, String fault) {
        assertThatThrownBy(() -> read(shipped()
                        .replace("report, since: 2016-01-01", "report, since: 2017-06-01")
                        .replace(good, wrong)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("retention.yaml")
                .hasMessageContaining(fault);
    }

    @Test
    void aKindWithoutARuleIsAFault() {
        assertThatThrownBy(() -> read(shipped().replaceAll("(?m)^.*kind: receipt.*\\n", "")))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("no rule for receipt");
    }

    private static String shipped() throws IOException {
        return Files.readString(SHIPPED.resolve("retention.yaml"));
    }

    private Retention read(String content) throws IOException {
        Files.writeString(config.resolve("retention.yaml"), content);
        return RetentionReader.read(config);
    }
}
