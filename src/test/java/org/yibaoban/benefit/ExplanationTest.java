package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.PlanReader;
import org.yibaoban.membership.YearToDate;

/** The explanation of one settlement, word for word: golden/explanation.txt. */
class ExplanationTest {

    @Test
    void everyAmountSaysWhereItComesFrom() throws IOException {
        Plan plan = PlanReader.read(RepositoryFiles.config())
                .atReference("yichun-2018")
                .orElseThrow();
        Settlement settlement = BenefitEngine.settle(
                plan,
                Settling.POOR,
                YearToDate.NONE,
                VisitTerms.inpatient(2),
                List.of(
                        Lines.a("4200.00"),
                        Lines.b("800.00", "0.10"),
                        Lines.c("150.00"),
                        Lines.waived(Lines.a("96.00")),
                        Lines.waived(Lines.a("45.50"))));
        assertThat(text(settlement)).isEqualTo(golden());
    }

    private static String text(Settlement settlement) {
        StringBuilder text = new StringBuilder();
        for (Explanation one : settlement.explanation()) {
            text.append(one.field().key())
                    .append(" = ")
                    .append(one.amount())
                    .append("  [")
                    .append(one.clause())
                    .append("]\n  ")
                    .append(one.chinese())
                    .append("\n  ")
                    .append(one.english())
                    .append('\n');
            for (Explanation.Parameter p : one.parameters()) {
                text.append("  - ")
                        .append(p.key())
                        .append(": ")
                        .append(p.value())
                        .append(p.unit().isEmpty() ? "" : " " + p.unit())
                        .append(", from ")
                        .append(p.from())
                        .append(p.to().map(to -> " to " + to).orElse(""))
                        .append(", ")
                        .append(p.source())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String golden() throws IOException {
        try (var in = ExplanationTest.class.getResourceAsStream("/golden/explanation.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
