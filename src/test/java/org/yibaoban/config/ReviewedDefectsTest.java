package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.RepositoryFiles;

/** Each test is a fault that the check of the plans let pass until a review found it. */
class ReviewedDefectsTest {

    @TempDir
    private Path folder;

    @Test
    void theSharesOfAFixedPriceAddUpToAtMostOne() {
        assertThatThrownBy(() -> read("yichun-2018", "person: poor, value: 0.18", "person: poor, value: 0.21"))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("fixed_price.supplement")
                .hasMessageContaining("more than 1: 1.01");
    }

    @Test
    void bothSharesOfAFixedPriceHoldForTheSameLevels() {
        assertThatThrownBy(() -> read(
                        "yichun-2018", "level: 3, person: poor, value: 0.27", "level: 1, person: poor, value: 0.27"))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("fixed_price.basic")
                .hasMessageContaining("level_3 poor");
    }

    @Test
    void anOutpatientCapNeedsARate() {
        assertThatThrownBy(() -> read(
                        "nrcms-2013",
                        "parameters:\n",
                        "parameters:\n  outpatient.cap:\n    unit: yuan\n    terms:\n"
                                + "    - {value: 100, from: 2013-01-01, source: doc}\n"))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("outpatient.rate");
    }

    private void read(String plan, String good, String bad) throws IOException {
        String text = Files.readString(RepositoryFiles.config().resolve("plans/" + plan + ".yaml"));
        assertThat(text).contains(good);
        PlanReader.readFile(Files.writeString(folder.resolve(plan + ".yaml"), text.replace(good, bad)));
    }
}
