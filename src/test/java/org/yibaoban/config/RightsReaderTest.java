package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.control.Rights;

class RightsReaderTest {

    private static final Path SHIPPED = Path.of("../config");

    @TempDir
    private Path folder;

    @Test
    void aRoleBringsWhatItIncludes() {
        Rights rights = RightsReader.read(SHIPPED);

        assertThat(rights.with(Set.of("supervisor")))
                .containsExactlyInAnyOrder("supervisor", "insurance-officer", "personal-data");
        assertThat(rights.with(Set.of("department-head"))).contains("ward-doctor");
        assertThat(rights.needsDepartment(Set.of("department-head"))).isTrue();
        assertThat(rights.areSystems(Set.of("his-system"))).isTrue();
    }

    @Test
    void whoKeepsTheAccountsDoesNoBusiness() {
        Rights rights = RightsReader.read(SHIPPED);

        assertThat(rights.clash(Set.of("administrator", "supervisor"))).isPresent();
        assertThat(rights.clash(Set.of("billing-clerk", "insurance-officer"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "includes: [ward-doctor] | includes: [doctor] | unknown role doctor",
                "key: supervisor | key: billing-clerk | stands twice",
                "failures: 5 | failures: 0 | at least 1",
                "length: 10 | length: 6 | at least 8",
                "length: 10 | length: ten | a decimal is expected",
                "in_department: true | in_wards: true | in_wards"
            })
    void aFaultNamesItsLine(String right, String wrong, String says) throws IOException {
        String text = Files.readString(SHIPPED.resolve("rights.yaml"));
        assertThat(text).contains(right);
        Files.writeString(
                folder.resolve("rights.yaml"), text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThatThrownBy(() -> RightsReader.read(folder))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("rights.yaml:")
                .hasMessageContaining(says);
    }
}
