package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.benefit.SettlementField.BASIC_FUND;
import static org.yibaoban.benefit.SettlementField.DEDUCTIBLE;
import static org.yibaoban.benefit.SettlementField.TOTAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yibaoban.benefit.SettlementScenarios.Scenario;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** A stay that is settled in parts pays its deductible once and goes on from where the part before ended (ADR 25). */
class LaterPartTest {

    /** Settled line by line: as many parts as there are lines. */
    private record Parts(List<Settlement> settled, YearToDate after) {

        static Parts of(Scenario stay) {
            List<Settlement> settled = new ArrayList<>();
            YearToDate year = stay.year();
            Money deductible = Money.ZERO;
            for (BenefitLine line : stay.lines()) {
                boolean first = settled.isEmpty();
                VisitTerms terms = new VisitTerms(
                        stay.visit().type(),
                        stay.visit().hospitalLevel(),
                        stay.visit().facility(),
                        stay.visit().hospitalLiable(),
                        Optional.empty(),
                        Optional.empty(),
                        first ? Optional.empty() : Optional.of(deductible));
                Settlement part = BenefitEngine.settle(
                        stay.plan(),
                        stay.member(),
                        first ? year : year.withStays(stay.year().stays()),
                        terms,
                        List.of(line));
                settled.add(part);
                deductible = deductible.plus(part.amount(DEDUCTIBLE));
                year = part.addedTo(year, terms.pool());
            }
            return new Parts(settled, year);
        }

        Money sum(SettlementField field) {
            return Money.sum(settled.stream().map(part -> part.amount(field)).toList());
        }
    }

    @Provide
    Arbitrary<Scenario> stays() {
        return SettlementScenarios.any()
                .filter(stay -> stay.visit().type() == VisitType.INPATIENT
                        && stay.visit().fixedPrice().isEmpty()
                        && stay.member().standing() == Standing.ACTIVE
                        && stay.lines().size() > 1
                        && stay.lines().stream().noneMatch(line -> line.amount().isNegative()));
    }

    @Property(tries = 500)
    void thePartsTakeTheDeductibleOfTheStayOnceAndHoldAllCharges(@ForAll("stays") Scenario stay) {
        Parts parts = Parts.of(stay);
        Settlement whole = stay.settle();
        assertThat(parts.sum(DEDUCTIBLE)).isEqualTo(whole.amount(DEDUCTIBLE));
        assertThat(parts.sum(TOTAL)).isEqualTo(whole.amount(TOTAL));
    }

    @Property(tries = 500)
    void theBasicFundPaysTheSameButForTheRoundingOfEachPart(@ForAll("stays") Scenario stay) {
        Parts parts = Parts.of(stay);
        Money gap = parts.sum(BASIC_FUND).minus(stay.settle().amount(BASIC_FUND));
        Money most = Money.of("0.01").times(BigDecimal.valueOf(stay.lines().size()));
        assertThat(gap.isNegative() ? gap.negated() : gap).isLessThanOrEqualTo(most);
    }

    @Property(tries = 500)
    void thePartsAreOneStayOfTheYear(@ForAll("stays") Scenario stay) {
        assertThat(Parts.of(stay).after().stays()).isEqualTo(stay.year().stays() + 1);
        assertThat(Parts.of(stay).after().basicFund())
                .isEqualTo(stay.year().basicFund().plus(Parts.of(stay).sum(BASIC_FUND)));
    }
}
