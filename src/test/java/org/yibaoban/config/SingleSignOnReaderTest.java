package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.control.Rights;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SingleSignOn;

class SingleSignOnReaderTest {

    private static final Path SHIPPED = Path.of("..", "config");
    private static final Rights RIGHTS = RightsReader.read(SHIPPED);

    private static final String FILE = """
            on: true
            issuer: https://login.example.org/
            client: yibaoban
            address: https://yibaoban.example.org
            algorithms: [ES384]
            scopes: [profile]
            name: employee
            unknown: add
            passwords: administrators
            roles:
              claim: groups
              groups: {office: insurance-officer, desk: billing-clerk}
            """;

    @TempDir
    private Path config;

    @Test
    void aProviderIsReadWithTheRolesOfItsGroups() throws IOException {
        SignOnProvider provider = read(FILE).provider().orElseThrow();

        assertThat(provider.issuer()).isEqualTo("https://login.example.org/");
        assertThat(provider.discovery()).hasToString("https://login.example.org/.well-known/openid-configuration");
        assertThat(provider.algorithms()).containsExactly("ES384");
        assertThat(provider.nameClaim()).isEqualTo("employee");
        assertThat(provider.addsUnknown()).isTrue();
        assertThat(provider.roles(List.of("office", "others"))).containsExactly("insurance-officer");
        assertThat(provider.governed()).containsExactlyInAnyOrder("insurance-officer", "billing-clerk");
    }

    @Test
    void whatIsLeftOutIsTheStrictOrTheUsual() throws IOException {
        SignOnProvider provider = read("on: true\nissuer: https://a.example\nclient: c\naddress: https://b.example")
                .provider()
                .orElseThrow();

        assertThat(provider.addsUnknown()).isFalse();
        assertThat(provider.administratorsOnly()).isFalse();
        assertThat(provider.nameClaim()).isEqualTo("preferred_username");
        assertThat(provider.algorithms()).containsExactlyInAnyOrder("RS256", "ES256");
        assertThat(provider.rolesByGroup()).isEmpty();
    }

    @Test
    void itIsOffWithoutAFileInTheShippedOneAndWhereItSaysSo() throws IOException {
        assertThat(SingleSignOnReader.read(config, RIGHTS).provider()).isEmpty();
        assertThat(SingleSignOnReader.read(SHIPPED, RIGHTS).provider()).isEmpty();
        assertThat(read(FILE.replace("on: true", "on: false")).provider()).isEmpty();
    }

    @Test
    void wherePasswordsAreForAdministratorsOtherPeoplesAreRefusedAndSystemsAreNot() throws IOException {
        SingleSignOn strict = read(FILE);
        SingleSignOn open = read(FILE.replace("passwords: administrators", "passwords: all"));
        Set<String> officer = Set.of("insurance-officer");

        assertThat(strict.mayUsePassword(officer, RIGHTS)).isFalse();
        assertThat(strict.mayUsePassword(Set.of("administrator"), RIGHTS)).isTrue();
        assertThat(strict.mayUsePassword(Set.of("his-system"), RIGHTS)).isTrue();
        assertThat(open.mayUsePassword(officer, RIGHTS)).isTrue();
        assertThat(SingleSignOnReader.read(SHIPPED, RIGHTS).mayUsePassword(officer, RIGHTS))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuer: https|issuer: http|:2: issuer: an https address",
                "client: yibaoban|client: ' '|:3: client: it is blank",
                "yibaoban.example.org|yibaoban.example.org/|:4: address: an https address without a slash",
                "[ES384]|[HS256]|:5: algorithms[1]: an algorithm is one of",
                "[ES384]|[none]|:5: algorithms[1]: an algorithm is one of",
                "unknown: add|unknown: maybe|:8: unknown: refuse or add",
                "passwords: administrators|passwords: none|:9: passwords: all or administrators",
                "billing-clerk|king|:12: roles.groups.desk: no role of a person: king",
                "billing-clerk|his-system|:12: roles.groups.desk: no role of a person",
                "name: employee|names: employee|unknown key names"
            })
    void aFaultNamesFileLineAndReason(String good, String wrong, String fault) {
        assertThatThrownBy(() -> read(FILE.replace(good, wrong)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("single-sign-on.yaml")
                .hasMessageContaining(fault);
    }

    private SingleSignOn read(String content) throws IOException {
        Files.writeString(config.resolve("single-sign-on.yaml"), content);
        return SingleSignOnReader.read(config, RIGHTS);
    }
}
