package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.quota.Quota;

class QuotaReaderTest {

    private static final String QUOTAS = """
            source: office 2026-01
            from: 2026-01-01
            to: 2026-12-31
            levels: [80, 90, 100]
            quotas:
              - {scope: department, code: "0304", period: month, measure: total_charges, limit: 1000.00}
              - {scope: department, code: "0304", period: month, measure: cost_per_stay, limit: 90, levels: [50], source: own}
            """;

    @TempDir
    Path config;

    @Test
    void what_stands_at_the_top_holds_unless_a_quota_says_otherwise() throws IOException {
        List<Quota> quotas = read(QUOTAS);
        assertThat(quotas).hasSize(2);
        assertThat(quotas.get(0).levels()).containsExactly(80, 90, 100);
        assertThat(quotas.get(0).to()).contains(LocalDate.of(2026, 12, 31));
        assertThat(quotas.get(1).levels()).containsExactly(50);
        assertThat(quotas.get(1).source()).isEqualTo("own");
    }

    @Test
    void a_fault_names_file_line_and_reason() {
        assertFault("2026.yaml:6: unknown word week", "period: month, measure: total", "period: week, measure: total");
        assertFault("2026.yaml:6: the limit must be above 0", "1000.00", "0");
        assertFault("2026.yaml:6: a limit has at most two places", "1000.00", "1000.005");
        assertFault("2026.yaml:6: levels must be above 0 and rise", "[80, 90, 100]", "[90, 80]");
        assertFault("2026.yaml:7: another quota limits the same", "cost_per_stay", "total_charges");
        assertFault("2026.yaml:6: to 2025-12-31 lies before from", "to: 2026-12-31", "to: 2025-12-31");
        assertFault("unknown key colour", "limit: 90", "limit: 90, colour: green");
    }

    @Test
    void without_a_folder_there_are_no_quotas() {
        assertThat(QuotaReader.read(config)).isEmpty();
    }

    private List<Quota> read(String content) throws IOException {
        Files.createDirectories(config.resolve("quotas"));
        Files.writeString(config.resolve("quotas/2026.yaml"), content);
        return QuotaReader.read(config);
    }

    private void assertFault(String message, String sound, String wrong) {
        assertThatThrownBy(() -> read(QUOTAS.replace(sound, wrong)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContainingAll(message.split(": ", 2));
    }
}
