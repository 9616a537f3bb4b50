package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.quota.indicator.LargeEquipment;

class LargeEquipmentReaderTest {

    @TempDir
    private Path config;

    @Test
    void ourOwnNamesItemsOfTheCatalogue() {
        LargeEquipment large = LargeEquipmentReader.read(RepositoryFiles.config());
        Catalogue catalogue = CatalogueReader.read(RepositoryFiles.config());

        assertThat(large.includes("CT0001")).isTrue();
        assertThat(large.includes("NUR000")).isFalse();
        assertThat(large.items())
                .allSatisfy(item -> assertThat(Stream.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 1))
                                .flatMap(day -> catalogue.find(item, day).stream()))
                        .as(item)
                        .isNotEmpty());
    }

    @Test
    void withoutTheFileNoItemCountsSo() {
        assertThat(LargeEquipmentReader.read(config).items()).isEmpty();
    }

    @Test
    void aFaultNamesFileAndLine() throws IOException {
        refused("source: here\nitems: [A, A]\n", "item A stands twice");
        refused("items: [A]\n", "key source is missing");
        refused("source: here\nitems: [A]\nfrom: 2026\n", "unknown key from");
    }

    private void refused(String text, String reason) throws IOException {
        Files.createDirectories(config.resolve("rules"));
        Files.writeString(config.resolve("rules/large-equipment.yaml"), text);

        assertThatThrownBy(() -> LargeEquipmentReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("large-equipment.yaml")
                .hasMessageContaining(reason);
    }
}
