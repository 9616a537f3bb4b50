package org.yibaoban.office.facade;

import java.time.Instant;
import org.yibaoban.membership.Membership;
import org.yibaoban.visit.VisitNumber;

/**
 * What the payer said of a person for one visit.
 *
 * @param inForce false when the payer has since said that it does not know the person
 */
public record MemberView(
        Subject subject, VisitNumber visit, Membership membership, boolean inForce, Instant changedAt) {}
