package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;

/** The schema of the audit rules, for editors: it takes the file, and refuses what the reader refuses. */
class AuditSchemaTest {

    private static final Path RULES = RepositoryFiles.config().resolve("rules");

    @Test
    void theFileSatisfiesIt() throws IOException {
        assertThat(schema().validate(sound(), InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sex-limit: | sax-limit:",
                "severity: stop | severity: halt",
                "value: 14, | value: 13.5,",
                "value: 14, | value: -1,",
                "value: 0.80 | value: 80",
                "unit: yuan | unit: fen",
                "two_persons_above: | three_persons_above:",
                "source: spec/audit.md idle-stay | colour: red",
            })
    void aKnownFaultIsSeen(String good, String bad) throws IOException {
        assertThat(sound()).contains(good);
        assertThat(schema().validate(sound().replace(good, bad), InputFormat.YAML))
                .isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(RULES.resolve("audit.schema.json")));
    }

    private static String sound() throws IOException {
        return Files.readString(RULES.resolve("audit.yaml"));
    }
}
