package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.casegroup.CaseWeight;
import org.yibaoban.quota.casegroup.CaseWeights;
import org.yibaoban.quota.casegroup.GroupingTable;

/**
 * Case-based payment: DRG (weight x rate) or DIP (points x the yuan of a point). A case cheaper than the low multiple
 * of its reference brings what it cost; one dearer than the high multiple brings the standard and what lies beyond the
 * multiple; on a multiple itself a case is an ordinary one.
 *
 * @param rate yuan of one weight or point
 * @param low multiple of the reference below which a case is a low-cost one
 * @param high multiple of the reference above which a case is a high-cost one
 * @param shortest stays of fewer days are not paid by case
 * @param longest stays of more days are not paid by case
 * @param unit how the file calls it
 */
public record CaseTerms(
        Unit unit,
        PaymentFigure rate,
        PaymentFigure low,
        PaymentFigure high,
        PaymentFigure shortest,
        PaymentFigure longest,
        CaseWeights weights,
        GroupingTable grouping)
        implements PaymentTerms {

    /** What a group is worth in. */
    public enum Unit {
        DRG("权重", "weight"),
        DIP("分值", "points");

        private final String chinese;
        private final String english;

        Unit(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    /** @throws IllegalArgumentException when the multiples or the days do not rise */
    public CaseTerms {
        if (low.value().compareTo(BigDecimal.ONE) > 0 || high.value().compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("the low multiple lies up to 1 and the high one from 1");
        }
        if (longest.days() < shortest.days()) {
            throw new IllegalArgumentException("the longest stay is shorter than the shortest");
        }
    }

    @Override
    public boolean takes(PaymentStay stay) {
        long days = stay.bedDays();
        return days >= shortest.days() && days <= longest.days() && weight(stay).isPresent();
    }

    /** The group that the stay is paid by: the payer's or the HIS's word before the table's. */
    public Optional<CaseGroup> group(PaymentStay stay) {
        return stay.group().or(() -> stay.diagnosis().flatMap(grouping::group));
    }

    /** Weight or points of the stay's group. */
    public Optional<CaseWeight> weight(PaymentStay stay) {
        return group(stay).flatMap(group -> weights.of(group.code()));
    }

    @Override
    public Optional<Payable> ofStay(PaymentStay stay, Money counted) {
        return weight(stay).map(weight -> payable(group(stay).orElseThrow(), weight, counted));
    }

    /** The high- and low-cost cases among these, in their order. */
    List<OutlyingCase> outlying(List<CountedStay> stays) {
        List<OutlyingCase> outlying = new ArrayList<>();
        for (CountedStay counted : stays) {
            PaymentStay stay = counted.stay();
            CaseWeight weight = weight(stay).orElseThrow();
            CostLevel level = level(weight, counted.counted());
            if (level != CostLevel.ORDINARY) {
                outlying.add(new OutlyingCase(
                        stay.visit(),
                        stay.department(),
                        stay.doctor(),
                        weight.group(),
                        level,
                        counted.counted(),
                        ofStay(stay, counted.counted()).orElseThrow().amount()));
            }
        }
        return outlying;
    }

    private CostLevel level(CaseWeight weight, Money cost) {
        BigDecimal reference = reference(weight).yuan();
        if (cost.yuan().compareTo(reference.multiply(low.value())) < 0) {
            return CostLevel.LOW;
        }
        return cost.yuan().compareTo(reference.multiply(high.value())) > 0 ? CostLevel.HIGH : CostLevel.ORDINARY;
    }

    private Money reference(CaseWeight weight) {
        return weight.referenceCost()
                .orElseGet(() -> Money.rounded(weight.value().multiply(rate.value())));
    }

    private Payable payable(CaseGroup group, CaseWeight weight, Money cost) {
        BigDecimal exact = weight.value().multiply(rate.value());
        Money standard = Money.rounded(exact);
        Money reference = reference(weight);
        BigDecimal highest = reference.yuan().multiply(high.value());
        CostLevel level = level(weight, cost);
        String product = unit.chinese + " " + weight.value() + " × " + rate.value() + " = " + Money.inWords(exact);
        String about = group.code() + "（" + group.source().chinese() + "）" + product;
        String inEnglish = group.code() + " (" + group.source().english() + "), " + unit.english + " " + weight.value()
                + " x " + rate.value() + " = " + Money.inWords(exact);
        if (level == CostLevel.LOW) {
            String below = cost + " < " + reference + " × " + low.value();
            return new Payable(
                    cost,
                    about + "；低倍率 " + below + "：按实际 " + cost,
                    inEnglish + "; low-cost case, " + below + ": as it cost",
                    List.of(rate, low));
        }
        if (level == CostLevel.HIGH) {
            BigDecimal paid = standard.yuan().add(cost.yuan().subtract(highest));
            String above =
                    standard + " + (" + cost + " − " + reference + " × " + high.value() + ") = " + Money.inWords(paid);
            return new Payable(
                    Money.rounded(paid),
                    about + "；高倍率：" + above,
                    inEnglish + "; high-cost case: " + above,
                    List.of(rate, high));
        }
        return new Payable(standard, about, inEnglish, List.of(rate));
    }

    @Override
    public Payable ofMonth(YearMonth month, List<CountedStay> stays) {
        return PaymentTerms.sum(this, stays);
    }
}
