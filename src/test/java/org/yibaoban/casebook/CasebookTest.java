package org.yibaoban.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;

class CasebookTest {

    private static final String GOOD = """
            kind: settlement
            plan: nrcms-2013
            cases:
            - name: "below the deductible"
              person: {category: resident}
              visit: {type: inpatient, hospital_level: 1}
              lines:
              - {amount: 10.00, class: A}
              expect: {total: 10.00, personal: 10}
            """;

    @TempDir
    private Path folder;

    /** What a run printed and how it ended. */
    private record Run(int exit, String out, String err) {}

    @Test
    void everyCaseHandedToUsHolds() {
        Optional<Path> shared = RepositoryFiles.shared("cases/settlement");
        assumeTrue(shared.isPresent(), "no ../shared here");
        CasebookReport report = Casebook.of(RepositoryFiles.config()).run(List.of(shared.get()));
        assertThat(report.table()).isEmpty();
        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).isGreaterThanOrEqualTo(18);
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void ourOwnCasesHold() {
        CasebookReport report = Casebook.of(RepositoryFiles.config())
                .run(List.of(RepositoryFiles.config().resolve("cases/settlement")));
        assertThat(report.table()).isEmpty();
        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).isGreaterThanOrEqualTo(96);
    }

    @Test
    void casesThatHoldEndInZero() throws IOException {
        Run run = run(GOOD);
        assertThat(run).isEqualTo(new Run(0, "1 of 1 cases hold\n", ""));
    }

    @Test
    void aDifferenceIsShownAndEndsInOne() throws IOException {
        Run run = run(GOOD.replace("total: 10.00", "total: 10.01"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("file", "case", "field", "expected", "got");
        assertThat(run.out()).containsPattern("x.yaml +below the deductible +total +10.01 +10.00");
        assertThat(run.out()).endsWith("0 of 1 cases hold\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: settlement | kind: weather | x.yaml:1: kind: unknown kind weather",
                "kind: settlement | title: settlement | key kind is missing",
                "plan: nrcms-2013 | plan: nowhere | x.yaml:2: plan: unknown plan nowhere",
                "plan: nrcms-2013 | colour: red | unknown key colour",
                "category: resident | category: guest | x.yaml:5: cases[1].person.category: unknown category guest",
                "category: resident | poor: maybe, category: resident | true or false",
                "category: resident | category: resident, account_balance: -1 | account_balance: negative",
                "type: inpatient | type: daycare | unknown visit type daycare",
                "hospital_level: 1 | hospital_level: 4 | hospital_level: a hospital level is 1, 2 or 3",
                "hospital_level: 1 | hospital_level: 1, discharged: 2014-01-01 | plan nrcms-2013 is not in force",
                "amount: 10.00 | amount: ten | x.yaml:8: cases[1].lines[1].amount: a decimal is expected here, not ten",
                "amount: 10.00 | amount: 10.001 | amount: an amount finer than a fen",
                "class: A | class: D | class A, B or C, not D",
                "class: A | class: A, colour: red | unknown key colour",
                "class: A | class: B, pre_self_pay_rate: 10 | a rate lies between 0 and 1",
                "class: A | class: B | key lines[1].pre_self_pay_rate: class B without a rate",
                "class: A | class: A, unit_limit: -1 | unit_limit: negative",
                "total: 10.00 | totl: 10.00 | x.yaml:9: cases[1].expect.totl: unknown key totl",
                "type: inpatient, hospital_level: 1 | type: inpatient | plan nrcms-2013, key visit.hospital_level",
                "type: inpatient | type: outpatient | plan nrcms-2013, key visit.type"
            })
    void aBadFileIsNamedAndEndsInTwo(String good, String bad, String reason) throws IOException {
        String spoilt = GOOD.replace(good, bad);
        assertThat(spoilt).isNotEqualTo(GOOD);
        Run run = run(spoilt);
        assertThat(run.err()).contains("x.yaml").contains(reason);
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aCaseWithoutExpectIsAFault() throws IOException {
        Run run = run(GOOD.substring(0, GOOD.indexOf("  expect")));
        assertThat(run.err()).contains("x.yaml:4: cases[1]: key expect is missing");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aBadFileDoesNotStopTheOthers() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "kind: weather\n");
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("below/b.yml"), GOOD);
        Run run = start(folder.toString());
        assertThat(run.out()).isEqualTo("1 of 1 cases hold\n");
        assertThat(run.err()).contains("a.yaml:1:");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void nothingToRunEndsInTwo() throws IOException {
        assertThat(start(folder.toString()).err()).contains("no case file");
        assertThat(start(folder.resolve("missing.yaml").toString()).exit()).isEqualTo(2);
        assertThat(start().err()).contains("usage");
        assertThat(start("--colour", "red").err()).contains("unknown option --colour");
        assertThat(run("kind: settlement\nplan: nrcms-2013\ncases: []\n").exit())
                .isEqualTo(2);
    }

    @Test
    void aFaultOfThePlansEndsInTwo() throws IOException {
        Path plans = Files.createDirectories(folder.resolve("config/plans"));
        Files.writeString(plans.resolve("bad.yaml"), "plan: bad\ncolour: red\n");
        Path file = Files.writeString(folder.resolve("x.yaml"), GOOD);
        Run run = print("--config", folder.resolve("config").toString(), file.toString());
        assertThat(run.err()).contains("bad.yaml:2:").contains("unknown key colour");
        assertThat(run.exit()).isEqualTo(2);
    }

    private Run run(String yaml) throws IOException {
        return start(Files.writeString(folder.resolve("x.yaml"), yaml).toString());
    }

    private static Run start(String... paths) {
        String config = RepositoryFiles.config().toString();
        return print(
                Stream.concat(Stream.of("--config", config), Stream.of(paths)).toArray(String[]::new));
    }

    private static Run print(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CasebookMain.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
