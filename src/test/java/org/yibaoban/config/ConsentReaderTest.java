package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.consent.ItemGroup;
import org.yibaoban.money.Rate;

/** The shipped consent rules are read, and every fault in them is told with its line, by the schema too. */
class ConsentReaderTest {

    private static final Path RULES = RepositoryFiles.config().resolve("rules");

    @TempDir
    private Path folder;

    @Test
    void the_shipped_rules_are_read() {
        ConsentRules rules = ConsentReader.read(RepositoryFiles.config());

        assertThat(rules.stops().keySet()).containsExactlyInAnyOrder(ConsentReason.values());
        assertThat(rules.stops().values()).containsOnly(true);
        assertThat(rules.firstShareFrom()).containsEntry(ItemGroup.DRUG, Rate.of("0.30"));
        assertThat(rules.signAfter()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void the_schema_knows_the_words_of_the_reader() throws IOException {
        assertThat(schemaFaults(shipped())).isEmpty();
        YamlNode properties =
                YamlNode.read(RULES.resolve("consent.schema.json")).get("properties");
        assertThat(properties.entries().keySet()).isEqualTo(ConsentReader.KEYS);
        assertThat(properties.get("reasons").get("properties").entries().keySet())
                .isEqualTo(Arrays.stream(ConsentReason.values())
                        .map(ConsentReason::key)
                        .collect(Collectors.toSet()));
        assertThat(properties
                        .get("first_share_from")
                        .get("properties")
                        .entries()
                        .keySet())
                .isEqualTo(Arrays.stream(ItemGroup.values()).map(ItemGroup::key).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reasons: | reason: | consent.yaml:4",
                "self-paid: | selfpaid: | consent.yaml:4: reasons.selfpaid: unknown reason selfpaid",
                "over-limit: {stops_claim: true | over-limit: {stops_claim: maybe | consent.yaml:5",
                "drug: {value: 0.30, | drug: {value: 30, | consent.yaml:10: first_share_from.drug.value: a share",
                "drug: {value: 0.30, | drug: {value: 0, | consent.yaml:10",
                "drug: {value | pill: {value | consent.yaml:10",
                "{value: 24, source: set here; the regulation names no time} | {value: 24} | consent.yaml:15",
                "value: 24 | value: 0 | consent.yaml:15",
                "sign_after_hours | sign_after_days | consent.yaml:15"
            })
    void a_fault_is_told_with_its_line_and_seen_by_the_schema(String good, String bad, String told) throws IOException {
        String spoilt = shipped().replaceFirst(java.util.regex.Pattern.quote(good), bad);
        assertThat(spoilt).isNotEqualTo(shipped());
        Files.writeString(Files.createDirectories(folder.resolve("rules")).resolve("consent.yaml"), spoilt);

        assertThatThrownBy(() -> ConsentReader.read(folder))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining(told);
        assertThat(schemaFaults(spoilt)).isNotEmpty();
    }

    private static Set<ValidationMessage> schemaFaults(String yaml) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(RULES.resolve("consent.schema.json")))
                .validate(yaml, InputFormat.YAML);
    }

    private static String shipped() throws IOException {
        return Files.readString(RULES.resolve("consent.yaml"));
    }
}
