package org.yibaoban.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.config.YamlNode;

class AuditCasesTest {

    private static final String GOOD = """
            kind: audit
            items:
            - {code: PSA, name: 前列腺特异性抗原, charge_type: lab, class: A, sex: M}
            - {code: IV, charge_type: treatment, class: A, max_per_day: 2}
            cases:
            - name: "one"
              patient: {sex: F, birth: "1958-03-02", insurance: resident}
              visit: {type: outpatient, admitted: "2026-03-01T10:00", discharged: "2026-03-01T11:00", hospital_level: 2, diagnoses: [I10], identity: verified}
              earlier:
              - {type: outpatient, admitted: "2026-02-01T10:00", discharged: "2026-02-01T11:00", diagnoses: [I10]}
              consents: [ALB]
              lines:
              - {id: 1, item: PSA, qty: 3, price: 10.00, amount: 30.00, at: "2026-03-01T10:30"}
              - {id: 2, item: PSA, qty: -1, price: 10.00, amount: -10.00, at: "2026-03-01T10:40", reverses: 1}
              - {id: 3, item: IV, qty: 2, price: 1.00, amount: 2.00, at: "2026-03-01T10:30"}
              expect:
              - {rule: sex-limit, lines: [1], amount: 20.00}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyCaseHandedToUsHolds() {
        Optional<Path> shared = RepositoryFiles.shared("cases/audit");
        assumeTrue(shared.isPresent(), "no ../shared here");
        assertHold(casebook().run(List.of(shared.get())), 8);
    }

    @Test
    void ourOwnCasesHold() {
        assertHold(casebook().run(List.of(ownCases())), 150);
    }

    @Test
    void everyRuleIsFoundInACaseOfOursAndNotInAnother() throws IOException {
        Map<AuditRule, Integer> found = new EnumMap<>(AuditRule.class);
        int cases = 0;
        try (Stream<Path> files = Files.list(ownCases())) {
            for (Path file : files.toList()) {
                for (YamlNode one : YamlNode.read(file).get("cases").items()) {
                    cases++;
                    Set<AuditRule> rules = EnumSet.noneOf(AuditRule.class);
                    one.get("expect")
                            .items()
                            .forEach(each -> rules.add(
                                    AuditRule.ofKey(each.get("rule").text()).orElseThrow()));
                    rules.forEach(rule -> found.merge(rule, 1, Integer::sum));
                }
            }
        }
        assertThat(found.keySet()).containsExactly(AuditRule.values());
        assertThat(found.values()).allMatch(times -> times >= 1).noneMatch(Integer.valueOf(cases)::equals);
    }

    @Test
    void aCaseThatHolds() throws IOException {
        assertHold(run(GOOD), 1);
        assertHold(run(GOOD.replace(", amount: 20.00}", "}")), 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines: [1], | lines: [3], | one +missing finding +sex-limit .3. +-",
                "lines: [1], | lines: [3], | one +unexpected finding +- +sex-limit .1.",
                "rule: sex-limit | rule: identity | one +missing finding +identity .1. +-",
                "amount: 20.00} | amount: 20.01} | one +sex-limit .1. amount +20.01 +20.00",
                "qty: 2, price | qty: 3, price | one +unexpected finding +- +over-day-max .3.",
                "identity: verified | identity: Verified | one +unexpected finding +- +identity ..",
            })
    void aDifferenceIsShown(String good, String bad, String row) throws IOException {
        CasebookReport report = run(spoilt(good, bad));
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", report.table())).containsPattern(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: audit | colour: red, kind: audit | unknown key colour",
                "sex: M} | sax: M} | x.yaml:3: items[1].sax: unknown key sax",
                "sex: M} | sex: U} | M or F, not U",
                "code: IV, | code: PSA, | item PSA stands twice",
                "charge_type: lab | charge_type: laboratory | unknown charge type laboratory",
                "charge_type: lab, class: A | charge_type: lab, class: D | class A, B or C, not D",
                "max_per_day: 2 | max_per_day: -2 | items[2].max_per_day: negative",
                "max_per_day: 2 | repeat_days: 1.5 | a whole number is expected",
                "max_per_day: 2 | level_min: 4 | a hospital level is 1, 2 or 3",
                "max_per_day: 2 | mapped: no | true or false is expected",
                "max_per_day: 2 | diagnoses: I63 | a list is expected",
                "consents: | consent: | unknown key consent",
                "birth: | born: | x.yaml:7: cases[1].patient.born: unknown key born",
                "sex: F | sex: W | M, F or U (unknown), not W",
                "1958-03-02 | 1958-02-30 | a date such as",
                "type: outpatient, admitted: \"2026-03 | type: daycare, admitted: \"2026-03 | unknown visit type daycare",
                "hospital_level: 2 | hospital_level: 2, ward: 3 | cases[1].visit.ward: unknown key ward",
                "2026-03-01T11:00 | 2026-03-01T09:00 | lies before admitted",
                "2026-03-01T11:00 | 2026-03-01 | a time such as",
                "identity: verified | identity: verified, leaves: [{from: \"2026-03-02T00:00\", to: \"2026-03-01T00:00\"}] | a leave ends before it starts",
                "identity: verified | identity: verified, leaves: [{form: \"2026-03-02T00:00\"}] | unknown key form",
                "11:00\", diagnoses: [I10]} | 11:00\", hospital: here} | cases[1].earlier[1].hospital: unknown key hospital",
                "item: IV | item: VI | cases[1].lines[3].item: unknown item VI",
                "item: IV, qty | item: IV, quantity | unknown key quantity",
                "amount: 2.00 | amount: 2.001 | an amount finer than a fen",
                "id: 3 | id: 1 | cases[1].lines[3].id: stands twice",
                "id: 3 | id: '' | a line needs an id",
                "qty: 2, price | qty: -2, price | x.yaml:15: cases[1].lines[3].qty: negative, but it names no line",
                "qty: -1 | qty: -4 | x.yaml:14: cases[1].lines[2].qty: reverses more than is left of line 1",
                "qty: -1 | qty: 1 | cases[1].lines[2].qty: a line that reverses another has a negative quantity",
                "reverses: 1 | reverses: 9 | cases[1].lines[2].reverses: reverses the unknown line 9",
                "reverses: 1 | reverses: 2 | cases[1].lines[2].reverses: reverses line 2, which is a reversal",
                "rule: sex-limit | rule: sax-limit | cases[1].expect[1].rule: unknown rule sax-limit",
                "amount: 20.00} | severity: stop} | cases[1].expect[1].severity: unknown key severity",
                "lines: [1], | | key lines is missing",
            })
    void aBadFileIsNamed(String good, String bad, String reason) throws IOException {
        CasebookReport report = run(spoilt(good, bad == null ? "" : bad));
        assertThat(report.faults())
                .singleElement()
                .asString()
                .contains("x.yaml")
                .contains(reason);
        assertThat(report.exitCode()).isEqualTo(2);
    }

    @Test
    void aFileWithoutCasesIsABadOne() throws IOException {
        assertThat(run(GOOD.substring(0, GOOD.indexOf("cases:")) + "cases: []\n")
                        .exitCode())
                .isEqualTo(2);
        assertThat(run(GOOD.substring(0, GOOD.indexOf("  expect:"))).faults())
                .singleElement()
                .asString()
                .contains("key expect is missing");
    }

    private static String spoilt(String good, String bad) {
        String spoilt = GOOD.replace(good, bad.replace("colour: red, kind", "colour: red\nkind"));
        assertThat(spoilt).isNotEqualTo(GOOD);
        return spoilt;
    }

    private static void assertHold(CasebookReport report, int atLeast) {
        assertThat(report.table()).isEmpty();
        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).isGreaterThanOrEqualTo(atLeast);
        assertThat(report.exitCode()).isZero();
    }

    private CasebookReport run(String yaml) throws IOException {
        return casebook().run(List.of(Files.writeString(folder.resolve("x.yaml"), yaml)));
    }

    private static Casebook casebook() {
        return Casebook.of(RepositoryFiles.config());
    }

    private static Path ownCases() {
        return RepositoryFiles.config().resolve("cases/audit");
    }
}
