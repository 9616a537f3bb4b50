package org.yibaoban.quota.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.payment.PaymentFigure.Unit;
import org.yibaoban.visit.VisitType;

/** What holds of every payment method, whatever the stays: on the agreements of the repository and random stays. */
class PaymentLawsTest {

    private static final List<PaymentAgreement> AGREEMENTS =
            PaymentReader.read(RepositoryFiles.config()).all();
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    @Provide
    Arbitrary<List<PaymentStay>> stays() {
        return Combinators.combine(
                        Arbitraries.of(VisitType.values()),
                        Arbitraries.of("0301", "0304", "5000"),
                        Arbitraries.of("D1", "D2"),
                        Arbitraries.of("P1", "P2", "P3"),
                        Arbitraries.integers().between(0, 130),
                        Arbitraries.of("K35.800", "J18.900", "S72.000", "Z99.900", ""),
                        Arbitraries.of("", "ES29", "RE29", "J18.9-00", "none"),
                        Arbitraries.longs().between(0, 6_000_000))
                .as((type, department, doctor, patient, days, diagnosis, group, fen) -> new PaymentStay(
                        "V",
                        type,
                        department,
                        doctor,
                        patient,
                        FIRST.minusDays(days),
                        FIRST,
                        Optional.of(diagnosis).filter(code -> !code.isEmpty()),
                        Optional.of(group)
                                .filter(code -> !code.isEmpty())
                                .map(code -> new CaseGroup(code, CaseGroup.Source.PAYER)),
                        fen(fen),
                        fen % 3 == 0 ? Optional.empty() : Optional.of(fen(fen / 2))))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void noStayIsLostAndNoneIsCountedTwice(@ForAll("stays") List<PaymentStay> stays) {
        for (PaymentAgreement agreement : AGREEMENTS) {
            MonthPayment month = month(agreement, stays);
            int known = month.methods().stream()
                    .mapToInt(method -> method.stays() + method.belowDeductible() + method.unestimated())
                    .sum();
            assertThat(known + month.uncovered()).isEqualTo(stays.size());
        }
    }

    @Property
    void departmentsAndDoctorsAddUpToTheMonth(@ForAll("stays") List<PaymentStay> stays) {
        for (PaymentAgreement agreement : AGREEMENTS) {
            for (MethodMonth method : month(agreement, stays).methods()) {
                assertThat(Money.sum(
                                method.shares().stream().map(UnitShare::counted).toList()))
                        .isEqualTo(method.counted());
                if (method.counted().isPositive()) {
                    assertThat(Money.sum(method.byDepartment().stream()
                                    .map(UnitShare::granted)
                                    .toList()))
                            .isEqualTo(method.limit());
                }
            }
        }
    }

    /** A stay tells the ward the same as the month tells the office. */
    @Property
    void aMonthOfStayPricesIsTheSumOfItsStays(@ForAll("stays") List<PaymentStay> stays) {
        for (PaymentAgreement agreement : AGREEMENTS) {
            Money alone = Money.sum(stays.stream()
                    .flatMap(stay -> agreement.pay(stay).brought().stream())
                    .toList());
            Money month = Money.sum(month(agreement, stays).methods().stream()
                    .filter(method -> method.method().terms().perStay())
                    .map(MethodMonth::limit)
                    .toList());
            assertThat(month).isEqualTo(alone);
        }
    }

    @Property
    void theOrderOfTheStaysMovesNoMethod(@ForAll("stays") List<PaymentStay> stays, @ForAll long order) {
        List<PaymentStay> shuffled = new ArrayList<>(stays);
        Collections.shuffle(shuffled, new Random(order));
        for (PaymentAgreement agreement : AGREEMENTS) {
            assertThat(month(agreement, shuffled).brought())
                    .isEqualTo(month(agreement, stays).brought());
        }
    }

    /** A dearer case never brings less, save where it rises from a low-cost one at cost; it never brings less than before. */
    @Property
    void aDearerStayNeverBringsLess(
            @ForAll("stays") List<PaymentStay> stays, @ForAll @IntRange(min = 1, max = 1_000_000) int furtherFen) {
        for (PaymentAgreement agreement : AGREEMENTS) {
            for (PaymentStay stay : stays) {
                StayPayment before = agreement.pay(stay);
                StayPayment after = agreement.pay(stay.with(fen(furtherFen), stay.fund()));
                if (before.brought().isPresent()) {
                    assertThat(after.brought().orElseThrow())
                            .isGreaterThanOrEqualTo(before.brought().orElseThrow());
                }
            }
        }
    }

    @Property
    void sharingLiesBetweenLimitAndCost(
            @ForAll @IntRange(max = 1_000_000) int limitFen,
            @ForAll @IntRange(max = 2_000_000) int countedFen,
            @ForAll @IntRange(max = 100) int kept,
            @ForAll @IntRange(max = 100) int borne) {
        Sharing sharing = sharing(kept, borne);
        Money limit = fen(limitFen);
        Money counted = fen(countedFen);
        Money brought = sharing.settle(limit, counted).amount();
        assertThat(brought).isBetween(limit.min(counted), limit.max(counted));
        Money more = sharing.settle(limit, counted.plus(fen(1))).amount();
        assertThat(more).isGreaterThanOrEqualTo(brought.minus(fen(1)));
    }

    @Property
    void twelveMonthsOfABudgetAreTheYear(@ForAll @IntRange(max = 2_000_000_000) int fen) {
        BudgetTerms budget = new BudgetTerms(figure(fen(fen).yuan(), Unit.YUAN));
        Money year = Money.ZERO;
        for (int month = 1; month <= 12; month++) {
            year = year.plus(
                    budget.ofMonth(YearMonth.of(2026, month), List.of()).amount());
        }
        assertThat(year).isEqualTo(fen(fen));
    }

    private static Sharing sharing(int keptPercent, int bornePercent) {
        PaymentFigure borne = figure(percent(bornePercent), Unit.RATE);
        return new Sharing(
                figure(percent(keptPercent), Unit.RATE),
                List.of(
                        new Sharing.Band(figure(percent(5), Unit.RATE), borne),
                        new Sharing.Band(figure(percent(10), Unit.RATE), borne)));
    }

    private static BigDecimal percent(int percent) {
        return BigDecimal.valueOf(percent, 2);
    }

    private static PaymentFigure figure(BigDecimal value, Unit unit) {
        return new PaymentFigure("x", value, unit, "test");
    }

    private static Money fen(long fen) {
        return new Money(BigDecimal.valueOf(fen, 2));
    }

    private static MonthPayment month(PaymentAgreement agreement, List<PaymentStay> stays) {
        return agreement.month(YearMonth.from(FIRST), stays);
    }
}
