package org.yibaoban.office.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.money.Money;
import org.yibaoban.office.stay.Remark;
import org.yibaoban.visit.VisitStatus;

/**
 * Where a visit stands, without its lines or an estimate.
 *
 * @param charges net charges, in yuan
 * @param lines number of ledger lines, reversals included
 * @param membership PENDING, VERIFIED, REFUSED or NOT_ASKED
 * @param remarks why it is settled in the way it is
 * @param membershipNote the payer's reason where the fund does not pay; may be blank
 */
public record VisitState(
        String visit,
        VisitStatus status,
        Money charges,
        int lines,
        String membership,
        String membershipNote,
        List<Remark> remarks,
        Set<StayFlag> flags,
        Optional<ClaimView> claim) {}
