package org.yibaoban.benefit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** Short words for the settlements of the layer tests. */
final class Settling {

    static final Member RESIDENT = Member.active(MemberCategory.RESIDENT, Money.ZERO);
    static final Member POOR = new Member(MemberCategory.RESIDENT, true, Money.ZERO, Standing.ACTIVE);
    static final VisitTerms STAY = VisitTerms.inpatient(2);

    private Settling() {}

    static Member withAccount(String balance) {
        return Member.active(MemberCategory.IN_SERVICE, Money.of(balance));
    }

    static VisitTerms outpatient() {
        return new VisitTerms(VisitType.OUTPATIENT, Optional.of(1), Optional.empty(), false, Optional.empty());
    }

    static VisitTerms fixedPrice(String price, int level) {
        return new VisitTerms(
                VisitType.INPATIENT, Optional.of(level), Optional.empty(), false, Optional.of(Money.of(price)));
    }

    static VisitTerms hospitalLiable() {
        return new VisitTerms(VisitType.INPATIENT, Optional.of(2), Optional.empty(), true, Optional.empty());
    }

    static Settlement settle(TestPlan plan, BenefitLine... lines) {
        return settle(plan, RESIDENT, YearToDate.NONE, STAY, lines);
    }

    static Settlement settle(TestPlan plan, Member member, YearToDate year, VisitTerms visit, BenefitLine... lines) {
        return BenefitEngine.settle(plan.plan(), member, year, visit, List.of(lines));
    }

    /** A year in which only these were used; the keys are those of the case files. */
    static YearToDate year(Map<String, String> used) {
        return new YearToDate(
                Integer.parseInt(used.getOrDefault("stays", "0")),
                Money.of(used.getOrDefault("basic_fund", "0")),
                Money.of(used.getOrDefault("large_amount", "0")),
                Money.of(used.getOrDefault("serious_burden", "0")),
                Money.of(used.getOrDefault("serious_illness", "0")),
                Money.of(used.getOrDefault("assistance", "0")),
                Money.of(used.getOrDefault("outpatient_fund", "0")));
    }
}
