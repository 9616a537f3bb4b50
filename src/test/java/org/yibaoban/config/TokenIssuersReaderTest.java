package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.control.Rights;
import org.yibaoban.control.TokenIssuer;
import org.yibaoban.control.TokenIssuers;

class TokenIssuersReaderTest {

    private static final Path SHIPPED = Path.of("..", "config");
    private static final Rights RIGHTS = RightsReader.read(SHIPPED);

    private static final String FILE = """
            issuers:
              - key: hub
                iss: https://login.example.org
                audience: yibaoban
                jku: https://login.example.org/jwks
                groups: {writers: his-system, clerks: billing-clerk}
              - key: lab
                iss: https://lab.example.org
                audience: office
                algorithms: [ES384]
                keys: lab.pem
                name: azp
                groups: {writers: his-system}
            """;

    @TempDir
    private Path config;

    @BeforeEach
    void key() throws IOException {
        Files.writeString(config.resolve("lab.pem"), "-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void issuersAreReadWithTheRolesOfTheirGroups() throws IOException {
        TokenIssuers read = read(FILE);

        TokenIssuer hub = read.issuing("https://login.example.org").orElseThrow();
        assertThat(hub.algorithms()).containsExactlyInAnyOrder("RS256", "ES256");
        assertThat(hub.nameClaim()).isEmpty();
        assertThat(hub.roles(List.of("clerks", "writers", "readers")))
                .containsExactlyInAnyOrder("billing-clerk", "his-system");
        TokenIssuer lab = read.issuing("https://lab.example.org").orElseThrow();
        assertThat(lab.keys().file()).contains(config.resolve("lab.pem"));
        assertThat(lab.nameClaim()).contains("azp");
        assertThat(lab.roles(List.of("clerks"))).isEmpty();
    }

    @Test
    void withoutAFileAndInTheShippedOneNobodysTokensAreAccepted() {
        assertThat(TokenIssuersReader.read(config, RIGHTS).all()).isEmpty();
        assertThat(TokenIssuersReader.read(SHIPPED, RIGHTS).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: lab|key: hub|:7: issuers[2]: key or iss stands twice",
                "iss: https://lab.example.org|iss: https://login.example.org|:7: issuers[2]: key or iss stands twice",
                "key: hub|key: 'a:b'|:2: issuers[1].key: up to 16 of",
                "audience: office|audience: ' '|:9: issuers[2].audience: it is blank",
                "[ES384]|[HS256]|:10: issuers[2].algorithms[1]: an algorithm is one of",
                "keys: lab.pem|keys: none.pem|:11: issuers[2].keys: there is no file",
                "jku: https://login.example.org/jwks|jku: http://login.example.org/jwks|:5: issuers[1].jku: an https",
                "billing-clerk|king|:6: issuers[1].groups.clerks: unknown role king",
                "billing-clerk|ward-doctor|:6: issuers[1].groups.clerks: role ward-doctor ends at a department",
                "name: azp|names: azp|unknown key names"
            })
    void aFaultNamesFileLineAndReason(String good, String wrong, String fault) {
        assertThatThrownBy(() -> read(FILE.replace(good, wrong)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("token-issuers.yaml")
                .hasMessageContaining(fault);
    }

    private TokenIssuers read(String content) throws IOException {
        Files.writeString(config.resolve("token-issuers.yaml"), content);
        return TokenIssuersReader.read(config, RIGHTS);
    }
}
