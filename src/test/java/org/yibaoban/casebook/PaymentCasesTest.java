package org.yibaoban.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;

class PaymentCasesTest {

    private static final String GOOD = """
            kind: payment
            agreement: hecheng-employee-2026
            cases:
            - name: one
              month: 2026-06
              stays:
              - {visit: A, type: inpatient, admitted: 2026-06-01, end: 2026-06-05, diagnosis: K35.800, charges: 5000}
              expect:
                stays: {A: {brought: 6800.0, surplus: 1800.00}}
            """;

    @TempDir
    private Path folder;

    @Test
    void theCasesHold() {
        CasebookReport report = Casebook.of(RepositoryFiles.config())
                .run(List.of(RepositoryFiles.config().resolve("cases/payment")));
        assertThat(report.table()).isEmpty();
        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void aDifferenceIsShown() throws IOException {
        CasebookReport report = run(GOOD.replace("1800.00", "1800.01"));
        assertThat(String.join("\n", report.table()))
                .containsPattern("one +stays.A.surplus +1800.01 +1800.00")
                .doesNotContain("stays.A.brought");
    }

    @Test
    void anUnknownNameIsADifferenceAndNoSilence() throws IOException {
        CasebookReport report = run(GOOD.replace("stays: {A:", "stays: {B:"));
        assertThat(String.join("\n", report.table())).containsPattern("stays.B.brought +6800.00 +-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agreement: hecheng-employee-2026 | agreement: nowhere | unknown agreement nowhere",
                "month: 2026-06 | month: June | a month such as 2026-06",
                "type: inpatient | type: upstairs | unknown visit type upstairs",
                "brought: 6800.0, | colour: red, | unknown key colour",
                "charges: 5000 | charges: 5000.001 | finer than a fen",
                "diagnosis: K35.800 | group: {code: X, source: nobody} | unknown source nobody"
            })
    void aBadFileIsAFault(String good, String bad, String reason) throws IOException {
        assertThat(GOOD).contains(good);
        assertThat(String.join("\n", run(GOOD.replace(good, bad)).faults())).contains(reason);
    }

    private CasebookReport run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), text);
        return Casebook.of(RepositoryFiles.config()).run(List.of(file));
    }
}
