package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.order.HookClients.Client;

class CdsClientsReaderTest {

    private static final String FILE = """
            clients:
              - iss: https://his.example.org
                jku: https://his.example.org/jwks.json
                algorithms: [RS256]
                kids: [k1]
              - iss: other
                jwks: keys.json
            fhir_servers: [https://fhir.example.org/r4]
            item_systems: [urn:items]
            """;

    @TempDir
    Path config;

    @BeforeEach
    void keys() throws IOException {
        Files.writeString(config.resolve("keys.json"), "{\"keys\":[]}");
    }

    @Test
    void clientsServersAndCodeSystemsAreRead() throws IOException {
        HookClients read = read(FILE);

        Client his = read.issuedBy("https://his.example.org").orElseThrow();
        assertThat(his.algorithms()).containsExactly("RS256");
        assertThat(his.keyIds()).containsExactly("k1");
        assertThat(his.keys().address()).hasToString("Optional[https://his.example.org/jwks.json]");
        Client other = read.issuedBy("other").orElseThrow();
        assertThat(other.algorithms()).containsExactlyInAnyOrder("ES384", "RS384");
        assertThat(other.keys().file()).contains(config.resolve("keys.json"));
        assertThat(read.fhirServers()).containsExactly("https://fhir.example.org/r4");
        assertThat(read.itemSystems()).containsExactly("urn:items");
        assertThat(read.issuedBy("nobody")).isEmpty();
    }

    @Test
    void withoutAFileThereIsNobody() {
        assertThat(CdsClientsReader.read(config).clients()).isEmpty();
    }

    @Test
    void theShippedFilesCanBeRead() {
        assertThat(CdsClientsReader.read(Path.of("..", "config")).clients()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RS256|HS256|:4: clients[1].algorithms[1]: an algorithm is one of",
                "RS256|none|:4: clients[1].algorithms[1]: an algorithm is one of",
                "iss: other|iss: https://his.example.org|:6: clients[2].iss: iss is blank, or stands twice",
                "jwks: keys.json|jwks: nowhere.json|:7: clients[2].jwks: there is no file",
                "jwks: keys.json|kids: [a]|:6: clients[2]: either jwks, a file, or jku",
                "jku: https://his|jku: http://his|:3: clients[1].jku: an https address",
                "example.org/r4|example.org/r4/|:8: fhir_servers[1]: an https address",
                "item_systems|item_system|unknown key item_system"
            })
    void aFaultNamesFileLineAndReason(String good, String wrong, String fault) {
        assertThatThrownBy(() -> read(FILE.replace(good, wrong)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("cds-clients.yaml")
                .hasMessageContaining(fault);
    }

    private HookClients read(String content) throws IOException {
        Files.writeString(config.resolve("cds-clients.yaml"), content);
        return CdsClientsReader.read(config);
    }
}
