package org.yibaoban.office.stay;

import java.util.EnumSet;
import java.util.Set;
import org.yibaoban.membership.Standing;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitStatus;

/** What is to be known of a stay, from its row alone: no look at its lines. */
public final class StayFlags {

    private StayFlags() {}

    public static Set<StayFlag> of(VisitRow visit) {
        Set<StayFlag> flags = EnumSet.noneOf(StayFlag.class);
        raise(flags, StayFlag.SELF_PAID_ITEM, !visit.selfPaid().isZero());
        raise(flags, StayFlag.RESTRICTED_ITEM, !visit.restricted().isZero());
        // who pays all anyway is asked for no consent to what the fund would not pay
        raise(flags, StayFlag.CONSENT_MISSING, visit.open().consentStops() > 0 && !isSelfPaying(visit));
        raise(
                flags,
                StayFlag.CONSENT_OUTSTANDING,
                visit.open().consentItems() > visit.open().consentStops() && !isSelfPaying(visit));
        raise(flags, StayFlag.UNMAPPED_ITEM, !visit.unmapped().isZero());
        raise(flags, StayFlag.IDENTITY_FAULT, visit.identityFault());
        raise(flags, StayFlag.MEMBERSHIP_PENDING, visit.membershipState() == MembershipState.PENDING);
        raise(flags, StayFlag.SELF_PAYING, isSelfPaying(visit));
        raise(
                flags,
                StayFlag.CHARGES_ON_CANCELLED_VISIT,
                visit.status() == VisitStatus.CANCELLED && !visit.charges().isZero());
        raise(flags, StayFlag.REOPENED_AFTER_CLAIM, visit.reopenedAfterClaim());
        raise(flags, StayFlag.IDENTIFIED_ANEW_AFTER_CLAIM, visit.claimedUnder().isPresent() && visit.isClaimed());
        // nothing is claimed for a person whom the payer does not know, so nothing is stopped
        raise(
                flags,
                StayFlag.AUDIT_OPEN,
                visit.open().auditStops() > 0 && visit.membershipState() != MembershipState.REFUSED);
        raise(
                flags,
                StayFlag.AUDIT_WARNED,
                visit.open().auditOpen() > visit.open().auditStops());
        raise(flags, StayFlag.AUDIT_ASKED, visit.open().auditAsked() > 0);
        return flags;
    }

    /** The same with what the message store still holds back for the stay. */
    public static Set<StayFlag> of(VisitRow visit, RawMessages messages) {
        Set<StayFlag> flags = of(visit);
        raise(flags, StayFlag.MESSAGES_WAITING, messages.isAnyWaiting(visit.number()));
        return flags;
    }

    /** Whether the payer has said that the fund pays nothing of this visit. */
    public static boolean isSelfPaying(VisitRow visit) {
        return visit.membershipState() == MembershipState.REFUSED
                || visit.membership()
                        .filter(m -> m.member().standing() != Standing.ACTIVE)
                        .isPresent();
    }

    private static void raise(Set<StayFlag> flags, StayFlag flag, boolean when) {
        if (when) {
            flags.add(flag);
        }
    }
}
