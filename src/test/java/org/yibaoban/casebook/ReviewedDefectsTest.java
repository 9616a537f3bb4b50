package org.yibaoban.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.RepositoryFiles;

/** Each test is a defect that a review of the casebook found. */
class ReviewedDefectsTest {

    private static final String HEAD = "kind: settlement\nplan: nrcms-2013\ncases:\n";
    private static final String CASE = """
            - name: "below the deductible"
              person: {category: resident}
              visit: {type: inpatient, hospital_level: 1}
              lines:
              - {amount: 10.00, class: A}
              expect: {over_limit: 0.00, personal: 10.00}
            """;

    @TempDir
    private Path folder;

    @Test
    void aQuantityMayBeAsLongAsAQuotientIs() throws IOException {
        String third = "quantity: 0.33333333333333333333333333333333, unit_limit: 29.97}";
        String spoilt = CASE.replace("class: A}", "class: A, " + third).replace("over_limit: 0.00", "over_limit: 0.01");
        assertHolds(write(HEAD + spoilt), 1);
    }

    @Test
    void aFileMayBeLargerThanThreeMegabytes() throws IOException {
        assertHolds(write("#" + "x".repeat(3 * 1024 * 1024) + "\n" + HEAD + CASE), 1);
    }

    @Test
    void nestingWithoutEndIsABadFile() throws IOException {
        CasebookReport report = run(write("kind: settlement\nplan: nrcms-2013\ncases: " + "[".repeat(200_000)));
        assertThat(report.faults())
                .hasSize(1)
                .first()
                .asString()
                .contains("x.yaml")
                .contains("nested too deeply");
        assertThat(report.exitCode()).isEqualTo(2);
    }

    @Test
    void aLinkedFolderIsSearched() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/below"));
        Files.writeString(real.resolve("x.yaml"), HEAD + CASE);
        assertHolds(Files.createSymbolicLink(folder.resolve("link"), real.getParent()), 1);
        Path outer = Files.createDirectories(folder.resolve("outer"));
        Files.createSymbolicLink(outer.resolve("inner"), real);
        assertHolds(outer, 1);
    }

    @Test
    void aFolderLinkedIntoItselfIsABadFolder() throws IOException {
        Path loop = Files.createDirectories(folder.resolve("loop"));
        Files.createSymbolicLink(loop.resolve("again"), loop);
        CasebookReport report = run(loop);
        assertThat(report.faults())
                .hasSize(1)
                .first()
                .asString()
                .contains("loop")
                .contains("cannot be read");
        assertThat(report.exitCode()).isEqualTo(2);
    }

    @Test
    void aPathThatNoFileCanHaveEndsInTwo() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        String config = RepositoryFiles.config().toString();
        assertThat(CasebookMain.run(List.of("--config", config, "a\0b"), print, print))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage");
    }

    @Test
    void theCoreWordsOfYamlAreRead() throws IOException {
        String words = CASE.replace("{category: resident}", "{category: resident, poor: FALSE, account_balance: ~}")
                .replace("class: A}", "class: A, waived: True, unit_limit: Null}");
        assertHolds(write(HEAD + words), 1);
    }

    private void assertHolds(Path path, int cases) {
        CasebookReport report = run(path);
        assertThat(report.faults()).isEmpty();
        assertThat(report.count()).isEqualTo(cases + " of " + cases + " cases hold");
    }

    private static CasebookReport run(Path path) {
        return Casebook.of(RepositoryFiles.config()).run(List.of(path));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("x.yaml"), yaml);
    }
}
