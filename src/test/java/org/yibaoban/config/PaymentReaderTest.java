package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.quota.payment.PaymentAgreement;
import org.yibaoban.quota.payment.PaymentAgreements;

/** The reader of payment agreements, and the schema that editors check them by. */
class PaymentReaderTest {

    private static final Path PAYMENT = RepositoryFiles.config().resolve("payment");
    private static final String EMPLOYEE = "hecheng-employee-2026";
    private static final String RESIDENT = "hecheng-resident-2026";

    @TempDir
    private Path config;

    @BeforeEach
    void copyTheAgreements() throws IOException {
        Path folder = Files.createDirectories(config.resolve("payment"));
        try (Stream<Path> files = Files.list(PAYMENT)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void thePastIsPaidByThePastAgreement() {
        PaymentAgreements agreements = PaymentReader.read(config);
        assertThat(inForce(agreements, LocalDate.of(2025, 12, 31))).containsExactly("hecheng-resident-2025");
        assertThat(inForce(agreements, LocalDate.of(2026, 1, 1))).containsExactly(RESIDENT);
        assertThat(inForce(agreements, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(agreements.ofPayer("990001").all()).isEmpty();
    }

    private static List<String> inForce(PaymentAgreements agreements, LocalDate day) {
        return agreements.ofPayer("990000").inForce(InsuranceType.RESIDENT, day).map(PaymentAgreement::id).stream()
                .toList();
    }

    @Test
    void withoutAFolderThereIsNone() throws IOException {
        assertThat(PaymentReader.read(Files.createDirectories(config.resolve("empty")))
                        .all())
                .isEmpty();
    }

    @Test
    void everyAgreementSatisfiesTheSchema() throws IOException {
        for (String id : List.of(EMPLOYEE, RESIDENT, "hecheng-resident-2025")) {
            assertThat(schema().validate(Files.readString(PAYMENT.resolve(id + ".yaml")), InputFormat.YAML))
                    .as(id)
                    .isEmpty();
        }
    }

    /** What an editor can see: the schema and the reader refuse the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "agreement: hecheng | agreemint: hecheng | unknown key",
                "insurance_type: 390 | insurance_type: 391 | insurance type 310",
                "method: elastic | method: plastic | methods[1].method: unknown method plastic",
                "method: elastic | method: global_budget | an elastic settlement shares the overrun",
                "visits: inpatient | visits: upstairs | unknown word upstairs",
                "counts: charges | counts: sheep | unknown word sheep",
                "value: 1000000.00, unit: yuan | value: -1, unit: yuan | negative",
                "value: 1000000.00, unit: yuan | value: 10.001, unit: yuan | finer than a fen",
                "value: 1000000.00, unit: yuan | value: 1000000.00, unit: fen | the unit of year_budget is yuan, not fen",
                "value: 0.7, unit: rate | value: 1.7, unit: rate | rate above 1",
                "year_budget: | week_budget: | unknown key week_budget",
                "surplus_kept: | surplus_lost: | unknown key",
                "source: set here, reason: \"the demo city is made up\"} | source: set here} | needs a reason",
                "clause: \"agreement 2026, article 4\" | colour: red | unknown key colour"
            })
    void aKnownFaultIsSeenByTheSchemaAndByTheReader(String good, String bad, String reason) throws IOException {
        String spoilt = spoil(RESIDENT, good, bad);
        assertThat(schema().validate(spoilt, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> PaymentReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining(RESIDENT + ".yaml:")
                .hasMessageContaining(reason);
    }

    /** What only the reader can see: what belongs together. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "agreement: hecheng-employee-2026 | agreement: other | must stand in a file other.yaml",
                "to: 2026-12-31 | to: 2025-12-31 | before it starts",
                "id: per-day | id: drg | method drg stands twice",
                "value: 59, unit: days | value: 0, unit: days | the longest stay is shorter",
                "value: 3.0, unit: multiple | value: 0.9, unit: multiple | the high one from 1",
                "diagnoses: [K80.2] | diagnoses: [K35] | a diagnosis code stands once",
                "hecheng-drg-weights-2026.csv | nowhere.csv | no such file beside this one: nowhere.csv",
                "diseases: | figures: {} \\n  diseases: | the prices of single diseases stand under diseases"
            })
    void whatDoesNotFitTogetherIsAFaultAtItsLine(String good, String bad, String reason) throws IOException {
        spoil(EMPLOYEE, good, bad.replace("\\n", "\n"));
        assertThatThrownBy(() -> PaymentReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageMatching("(?s).*" + EMPLOYEE + ".yaml:\\d+.*")
                .hasMessageContaining(reason);
    }

    @Test
    void bandsMustRise() throws IOException {
        spoil(RESIDENT, "value: 0.10, unit: rate", "value: 0.05, unit: rate");
        assertThatThrownBy(() -> PaymentReader.read(config)).hasMessageContaining("the bands of the overrun must rise");
    }

    @Test
    void twoAgreementsOfOneDayAreAFault() throws IOException {
        spoil("hecheng-resident-2025", "to: 2025-12-31", "to: 2026-01-01");
        assertThatThrownBy(() -> PaymentReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("hecheng-resident-2026.yaml:")
                .hasMessageContaining("overlap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hecheng-drg-weights-2026.csv | ES29,肺炎,0.6200, | ES29,肺炎,0, | the weight must be above 0",
                "hecheng-drg-weights-2026.csv | ES29,肺炎,0.6200,5053.00 | ES29,肺炎,0.6200,0 | the reference cost must be above 0",
                "hecheng-drg-weights-2026.csv | ES29,肺炎,0.6200, | ER29,肺炎,0.6200, | stands twice",
                "hecheng-drg-weights-2026.csv | 5053.00,8.6 | 5053.00,0 | the reference of days must be above 0",
                "hecheng-drg-weights-2026.csv | 0.6200 | 0.6200001 | the weight has at most 6 places",
                "hecheng-drg-weights-2026.csv | group,name,weight | group,nome,weight | the header must be",
                "hecheng-drg-grouping-2026.csv | J18,ES29 | J18,XX29 | group XX29 has no weight",
                "hecheng-drg-grouping-2026.csv | J44,ER29 | J18,ER29 | diagnosis J18 stands twice"
            })
    void aFaultInATableNamesItsLine(String file, String good, String bad, String reason) throws IOException {
        Path table = config.resolve("payment").resolve(file);
        String sound = Files.readString(table);
        assertThat(sound).contains(good);
        Files.writeString(table, sound.replace(good, bad));
        assertThatThrownBy(() -> PaymentReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageMatching("(?s).*" + file + ":\\d+.*")
                .hasMessageContaining(reason);
    }

    private String spoil(String id, String good, String bad) throws IOException {
        Path file = config.resolve("payment").resolve(id + ".yaml");
        String sound = Files.readString(file);
        assertThat(sound).contains(good);
        String spoilt = sound.replace(good, bad);
        Files.writeString(file, spoilt);
        return spoilt;
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(PAYMENT.resolve("payment.schema.json")));
    }
}
