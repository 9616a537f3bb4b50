package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.RepositoryFiles;

/** The plan schema by a JSON schema validator: it takes every plan that the reader takes, and refuses known faults. */
class PlanFilesSchemaTest {

    private static final Path PLANS = RepositoryFiles.config().resolve("plans");
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                    read(PLANS.resolve("plan.schema.json")),
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .build());

    @TempDir
    private Path folder;

    static Stream<Path> planFiles() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("planFiles")
    void everyPlanOfTheRepositorySatisfiesIt(Path file) {
        assertThat(faults(read(file))).isEmpty();
    }

    @Test
    void thePlanThatIsSpoiltBelowIsGood() {
        assertThat(faults(PlanReaderTest.GOOD)).isEmpty();
    }

    /** What an editor can already see; days, sums and what belongs together only the reader can check. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plan: good | plam: good | /",
                "insurance_type: 390 | colour: red | /",
                "insurance_type: 390 | insurance_type: 391 | /insurance_type",
                "reference_date: 2026-06-30 | reference_date: 2026-06-31 | /reference_date",
                "from: 2026-07-01 | from: 1 July 2026 | /parameters/basic_fund.rate/terms/1/from",
                "layer: backstop, covers: poor | layer: backdrop | /layers/3/layer",
                "layer: backstop, covers: poor | layer: backstop, covers: rich | /layers/3/covers",
                "{layer: deductible, source: \"doc, 1\"} | {layer: deductible} | /layers/0",
                "{layer: deductible, source: \"doc, 1\"} | {layer: deductible, source: set here} | /layers/0",
                "value: 0.85 | value: 1.01 | /parameters/basic_fund.rate/terms/1/value",
                "value: 0.85 | value: -0.01 | /parameters/basic_fund.rate/terms/1/value",
                "value: 0.85 | value: 85 % | /parameters/basic_fund.rate/terms/1/value",
                "value: 0.85 | value: 0.85, times: 2 | /parameters/basic_fund.rate/terms/1",
                "source: set here, reason: \"why\" | source: set here | /parameters/basic_fund.rate/terms/1",
                "value: 8000, from: 2026-01-01, source: \"doc, 5\" | value: 8000, from: 2026-01-01 | /parameters/base.average_wage/terms/0",
                "of: base.average_wage, times: 0.10 | of: base.average_wage | /parameters/deductible/terms/0",
                "of: base.average_wage | of: deductible | /parameters/deductible/terms/0/of",
                "person: poor, value: 0.10 | person: rich, value: 0.10 | /parameters/backstop.share/terms/0/person",
                "value: 10000 | level: 4, value: 10000 | /parameters/serious_illness.threshold/terms/0/level",
                "serious_illness.band_2.rate | serious_illness.band_b.rate | /parameters"
            })
    void aKnownFaultIsSeenByTheSchemaAndByTheReader(String good, String bad, String place) throws IOException {
        String spoilt = PlanReaderTest.GOOD.replace(good, bad);
        assertThat(spoilt).isNotEqualTo(PlanReaderTest.GOOD);

        assertThat(faults(spoilt))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith(place));
        Path file = Files.writeString(folder.resolve("good.yaml"), spoilt);
        assertThatThrownBy(() -> PlanReader.readFile(file)).isInstanceOf(ConfigFault.class);
    }

    /** Place and words of each fault. */
    private static List<String> faults(String yaml) {
        Set<ValidationMessage> messages = SCHEMA.validate(
                yaml, InputFormat.YAML, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
        return messages.stream()
                .map(message -> place(message.getInstanceLocation().toString()) + " " + message.getMessage())
                .toList();
    }

    /** A JSON pointer; the whole file is {@code /}. */
    private static String place(String pointer) {
        return pointer.isEmpty() ? "/" : pointer;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
