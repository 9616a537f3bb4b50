package org.yibaoban.his.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;
import org.yibaoban.his.hl7v2.RepositoryConfig;

class DialectReaderTest {

    private static final Path FOLDER = RepositoryConfig.folder().resolve("dialects");
    private static final Path SCHEMA = FOLDER.resolve("dialect.schema.json");

    private static final String GOOD = """
            dialect: good
            name: {zh: 好, en: Good}
            senders: ["HIS|H01", "HIS|*"]
            charset: GB18030
            facts:
              visit: [PV1-19, "PID-3[VN]", PID-18]
              ward: [PV1-3(2).4.1]
            codes:
              charge_type: {"1": charge, "-1": credit}
              sex: {男: male}
            not_yet: [1900-01-01]
            times: ["yyyy/M/d"]
            charges: {from: orders, refund_id: same, updates: [P03]}
            """;

    @TempDir
    private Path config;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_repositorys_dialects_are_read_and_found_by_their_senders() {
        Dialects dialects = DialectReader.read(RepositoryConfig.folder());

        assertThat(dialects.ids())
                .containsExactly("by-position", "plus-minus", "ris-gb2312", "standard", "winning-esb");
        assertThat(dialects.of("WINNING|H01").id()).isEqualTo("winning-esb");
        assertThat(dialects.of("HIS|990000").id()).isEqualTo("standard");
        assertThat(dialects.of("").id()).isEqualTo("standard");
        assertThat(dialects.charset("WINNING|H01")).contains(Charset.forName("GB18030"));
        assertThat(dialects.charset("HIS|990000")).isEmpty();
    }

    @Test
    void a_dialect_says_what_differs_and_the_rest_is_as_in_the_standard() throws IOException {
        write("good", GOOD);

        Dialect dialect = DialectReader.read(config).of("HIS|H02");

        assertThat(dialect.placesOf(Fact.WARD)).containsExactly(new Place("PV1", 3, 2, Set.of(), 4, 1));
        assertThat(dialect.placesOf(Fact.VISIT).get(1)).isEqualTo(new Place("PID", 3, 0, Set.of("VN"), 1, 1));
        assertThat(dialect.placesOf(Fact.BED)).containsExactly(new Place("PV1", 3, 1, Set.of(), 3, 1));
        assertThat(dialect.meaning(CodeTable.CHARGE_TYPE, "-1")).contains("credit");
        assertThat(dialect.meaning(CodeTable.CHARGE_TYPE, "CG")).isEmpty();
        assertThat(dialect.meaning(CodeTable.PATIENT_CLASS, "I")).contains("inpatient");
        assertThat(dialect.charges()).isEqualTo(new ChargeRules(true, false, Set.of("P03")));
    }

    @Test
    void the_closest_match_wins_and_the_sender_of_anybody_comes_last() throws IOException {
        write("good", GOOD.replace("[\"HIS|H01\", \"HIS|*\"]", "[\"HIS|*\"]"));
        write("exact", GOOD.replace("good", "exact").replace("[\"HIS|H01\", \"HIS|*\"]", "[\"HIS|H01\"]"));
        write("house", GOOD.replace("good", "house").replace("[\"HIS|H01\", \"HIS|*\"]", "[\"*|H01\"]"));
        write("anybody", GOOD.replace("good", "anybody").replace("[\"HIS|H01\", \"HIS|*\"]", "[\"*|*\"]"));
        Dialects dialects = DialectReader.read(config);

        assertThat(dialects.of("HIS|H01").id()).isEqualTo("exact");
        assertThat(dialects.of("HIS|H02").id()).isEqualTo("good");
        assertThat(dialects.of("LIS|H01").id()).isEqualTo("house");
        assertThat(dialects.of("LIS|H02").id()).isEqualTo("anybody");
        assertThat(dialects.of("|").id()).isEqualTo("anybody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "dialect: good > dialect: bad > good.yaml:1: dialect",
                "charset: GB18030 > charset: BIG5 > good.yaml:4: charset",
                "charset: GB18030 > colour: red > good.yaml:4: colour: unknown key colour",
                "HIS|H01 > HIS > good.yaml:3: senders[1]",
                "[\"HIS|H01\", \"HIS|*\"] > [] > good.yaml:3: senders",
                "  visit: [PV1-19 > visits: [PV1-19 > good.yaml:6: facts.visits",
                "PV1-3(2).4.1 > PV1.3 > good.yaml:7: facts.ward[1]",
                "PV1-3(2).4.1 > PV1-0 > good.yaml:7: facts.ward[1]",
                "\"-1\": credit > \"-1\": refund > good.yaml:9: codes.charge_type.-1",
                "sex: {男: male} > gender: {男: male} > good.yaml:10: codes.gender",
                "1900-01-01 > the first day > good.yaml:11: not_yet[1]",
                "yyyy/M/d > jjjj > good.yaml:12: times[1]",
                "from: orders > from: both > good.yaml:13: charges.from",
                "refund_id: same > refund: same > good.yaml:13: charges.refund: unknown key"
            })
    void a_fault_names_file_and_line_and_is_mostly_seen_by_the_schema_too(String good, String bad, String fault)
            throws IOException {
        String spoilt = GOOD.replace(good, bad);
        assertThat(spoilt).isNotEqualTo(GOOD);
        write("good", spoilt);

        assertThatThrownBy(() -> DialectReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining(fault);
        boolean onlyTheReaderSees =
                Set.of("bad", "[]", "the first day", "jjjj").stream().anyMatch(bad::contains);
        if (!onlyTheReaderSees) {
            assertThat(schema().validate(spoilt, InputFormat.YAML)).isNotEmpty();
        }
    }

    @Test
    void one_sender_with_two_dialects_is_a_fault() throws IOException {
        write("good", GOOD);
        write("better", GOOD.replace("good", "better"));

        assertThatThrownBy(() -> DialectReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("HIS|H01 has two dialects");
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_dialect_of_the_repository_satisfies_the_schema(Path file) throws IOException {
        assertThat(schema().validate(Files.readString(file), InputFormat.YAML)).isEmpty();
    }

    @Test
    void the_schema_knows_the_words_of_the_reader_and_the_standard_dialect_every_fact() throws IOException {
        YamlNode schema = YamlNode.read(SCHEMA);
        YamlNode properties = schema.get("properties");
        assertThat(properties.entries().keySet()).isEqualTo(DialectReader.KEYS);
        assertThat(properties.get("charges").get("properties").entries().keySet())
                .isEqualTo(DialectReader.CHARGE_KEYS);
        assertThat(words(properties.get("charset").get("enum"))).isEqualTo(DialectReader.CHARSETS);
        assertThat(words(properties.get("facts").get("propertyNames").get("enum")))
                .isEqualTo(Arrays.stream(Fact.values()).map(Fact::key).collect(Collectors.toSet()));
        YamlNode codes = properties.get("codes").get("properties");
        for (CodeTable table : CodeTable.values()) {
            codes.get(table.key())
                    .get("additionalProperties")
                    .find("enum")
                    .ifPresent(meanings -> assertThat(words(meanings)).isEqualTo(table.meanings()));
        }
        assertThat(new TreeSet<>(DialectReader.standard().places().keySet())).containsExactly(Fact.values());
        try (var standard = DialectReader.class.getResourceAsStream("standard.yaml")) {
            String text = new String(standard.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
        }
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }

    private static Set<String> words(YamlNode list) {
        return list.items().stream().map(YamlNode::text).collect(Collectors.toSet());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(config.resolve("dialects"));
        Files.writeString(config.resolve("dialects").resolve(name + ".yaml"), text);
    }
}
