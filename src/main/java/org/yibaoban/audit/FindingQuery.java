package org.yibaoban.audit;

import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * What a list of findings is narrowed to.
 *
 * @param standing those about which something is to be done, else those that are closed
 * @param visit beginning of a visit number; blank for all
 * @param department blank for all
 * @param doctor blank for all
 * @param least smallest amount, in yuan
 */
public record FindingQuery(
        boolean standing,
        Optional<AuditRule> rule,
        Optional<Severity> severity,
        String visit,
        String department,
        String doctor,
        Money least) {

    /** Everything that is to be done. */
    public static final FindingQuery TO_DO =
            new FindingQuery(true, Optional.empty(), Optional.empty(), "", "", "", Money.ZERO);
}
