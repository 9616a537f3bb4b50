package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlNodeTest {

    @TempDir
    private Path folder;

    @Test
    void aDecimalIsReadExactly() throws IOException {
        assertThat(read("a: 0.10").get("a").decimal()).hasToString("0.10");
        assertThat(read("a: 111.1111").get("a").decimal()).hasToString("111.1111");
    }

    @Test
    void aDecimalWithoutEndIsRefused() throws IOException {
        YamlNode node = read("a: 1e999999999");
        assertThatThrownBy(() -> node.get("a").decimal()).hasMessageContaining("at most 100 digits");
    }

    @Test
    void aFaultNamesFileLineAndPath() throws IOException {
        YamlNode node = read("cases:\n- name: x\n- name: y\n  amount: 1O\n");
        YamlNode amount = node.get("cases").items().get(1).get("amount");
        assertThatThrownBy(amount::decimal)
                .isInstanceOf(ConfigFault.class)
                .hasMessageEndingWith("x.yaml:4: cases[2].amount: a decimal is expected here, not 1O");
    }

    @Test
    void anUnknownOrDoubleKeyIsNamed() throws IOException {
        YamlNode node = read("a: 1\nb: 2\n");
        assertThatThrownBy(() -> node.onlyKeys(Set.of("a"))).hasMessageContaining(":2: b: unknown key b");
        YamlNode twice = read("a: 1\na: 2\n");
        assertThatThrownBy(twice::entries).hasMessageContaining("key a stands twice");
    }

    @Test
    void brokenYamlNamesItsLine() {
        assertThatThrownBy(() -> read("a: 1\nb: [2\n"))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("x.yaml:3: no YAML");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    }

    private YamlNode read(String yaml) throws IOException {
        return YamlNode.read(Files.writeString(folder.resolve("x.yaml"), yaml));
    }
}
