package org.yibaoban.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.quota.indicator.Indicator;

class IndicatorCasesTest {

    private static final String GOOD = """
            kind: indicators
            cases:
            - name: "one"
              scope: {department: "0304"}
              period: 2026-03
              visits:
              - {id: A, patient: P1, type: inpatient, department: "0304", admitted: 2026-03-01, discharged: 2026-03-05, cap: 99.99}
              charges:
              - {visit: A, at: 2026-03-02, type: drug, class: A, amount: 100.00}
              expect: {drug_share: 100.00, large_cost_share: 100.00, self_paid_share: 0.00, patient_share: none}
            """;

    private static CasebookReport run(String text) {
        return new Casebook(List.of(new IndicatorCases())).run(Path.of("case.yaml"), text);
    }

    @Test
    void aCaseThatHoldsHolds() {
        CasebookReport report = run(GOOD);

        assertThat(report.faults()).isEmpty();
        assertThat(report.count()).startsWith("1 of 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drug_share: 100.00    | drug_share: 99.99    | 100.00",
                "drug_share: 100.00    | drug_share: none     | none",
                "patient_share: none   | patient_share: 0.00  | none",
                "cap: 99.99            | cap: 100.00          | 0.00",
                "period: 2026-03       | period: 2026-02      | none",
                "type: drug            | type: herb, department: '0301' | none",
            })
    void aCaseThatDoesNotHoldSaysWhatCameOut(String good, String other, String shown) {
        CasebookReport report = run(GOOD.replace(good.strip(), other.strip()));

        assertThat(report.faults()).isEmpty();
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", report.table())).contains(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drug_share: 100.00 | drug_part: 100.00 | unknown key drug_part",
                "visit: A           | visit: B          | unknown visit B",
                "type: drug         | type: tea         | unknown charge type tea",
                "class: A           | class: D          | class A, B or C",
                "period: 2026-03    | period: March     | a date such as",
                "amount: 100.00     | amount: 100.001   | finer than a fen",
                "department: \"0304\"} | town: x}        | unknown scope town",
                "id: A              | id: A, bed: 1     | unknown key bed",
                "cap: 99.99         | state: lost       | is expected here",
            })
    void aBadFileIsNamedWithLineAndKey(String good, String bad, String reason) {
        CasebookReport report = run(GOOD.replace(good.strip(), bad.strip()));

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.faults()).hasSize(1);
        assertThat(report.faults().get(0)).contains("case.yaml").contains(reason);
    }

    @Test
    void ourOwnCasesHoldAndNameEveryIndicatorWithAndWithoutAFigure() throws IOException {
        Path folder = RepositoryFiles.config().resolve("cases/indicators");
        CasebookReport report = new Casebook(List.of(new IndicatorCases())).run(List.of(folder));
        assertThat(report.table())
                .as("differences")
                .filteredOn(line -> line.contains("expected"))
                .isEmpty();
        assertThat(report.exitCode()).isZero();

        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        Set<Indicator> missing = EnumSet.noneOf(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            boolean both = all.toString().contains(indicator.key() + ": none")
                    && all.toString().matches("(?s).*" + indicator.key() + ": -?[0-9].*");
            if (!both) {
                missing.add(indicator);
            }
        }
        assertThat(missing).isEmpty();
    }
}
