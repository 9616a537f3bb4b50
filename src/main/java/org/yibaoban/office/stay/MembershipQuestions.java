package org.yibaoban.office.stay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.yibaoban.store.Claims;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.OutboxRow;
import org.yibaoban.store.VisitRow;

/** Has the payer asked how a visit's person is insured; in the caller's transaction. */
@ApplicationScoped
public class MembershipQuestions {

    @Inject
    private Claims claims;

    @Inject
    private Clock clock;

    /** Nobody is asked about a wrong identity number, nor twice at once. */
    public void ask(VisitRow visit) {
        if (visit.identityFault()) {
            return;
        }
        visit.membershipState(MembershipState.PENDING, "");
        if (!claims.isDue(visit, OutboxRow.Kind.ELIGIBILITY)) {
            say(visit);
        }
    }

    /** The same after something that a question on its way may not know of yet: it is asked in any case. */
    public void askAnew(VisitRow visit) {
        if (!visit.identityFault()) {
            visit.membershipState(MembershipState.PENDING, "");
            say(visit);
        }
    }

    private void say(VisitRow visit) {
        claims.say(new OutboxRow(OutboxRow.Kind.ELIGIBILITY, visit.id(), null, clock.instant()));
    }
}
