package org.yibaoban.office.stay;

import java.util.ArrayList;
import java.util.List;
import org.yibaoban.membership.Standing;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;

/** Why a visit is settled in the way it is: what the billing page and the sheet say beside the figures. */
public final class Remarks {

    private Remarks() {}

    public static List<Remark> of(VisitRow visit) {
        List<Remark> remarks = new ArrayList<>();
        if (visit.membershipState() == MembershipState.REFUSED) {
            remarks.add(selfPaying(Standing.NOT_INSURED));
        } else {
            visit.membership()
                    .map(membership -> membership.member().standing())
                    .filter(standing -> standing != Standing.ACTIVE)
                    .ifPresent(standing -> remarks.add(selfPaying(standing)));
        }
        return remarks;
    }

    /** Up to when a stay is settled, so that nobody takes what is left for the whole. */
    public static List<Remark> ofParts(VisitRow visit) {
        return visit.isUnderClaim()
                ? List.of()
                : visit.parts().through().stream()
                        .map(day -> new Remark(
                                "已中途结算至 " + day + "，预结算为其余未结算的费用",
                                "Settled through " + day + "; the estimate is of the rest"))
                        .toList();
    }

    private static Remark selfPaying(Standing standing) {
        return new Remark("自费结算：" + standing.chinese(), "Self-paying: " + standing.english());
    }
}
