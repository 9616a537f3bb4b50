package org.yibaoban.office.stay;

import java.util.ArrayList;
import java.util.List;
import org.yibaoban.membership.Standing;
import org.yibaoban.quota.payment.FixedPrice;
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

    /** The price, and how it is shared: the layers of the sheet do not tell it. */
    static Remark ofFixedPrice(FixedPrice price) {
        return new Remark(
                "按单病种定额结算：" + price.chinese() + "（" + price.diagnosis() + "），定额 " + price.price()
                        + " 元；基金与个人按定额分担，费用高于定额由医院承担，低于定额的结余归医院",
                "Settled at the fixed price of " + price.english() + " (" + price.diagnosis() + "), " + price.price()
                        + " yuan: funds and patient share it; what the stay costs above it the hospital bears, below it it keeps");
    }

    private static Remark selfPaying(Standing standing) {
        return new Remark("自费结算：" + standing.chinese(), "Self-paying: " + standing.english());
    }
}
