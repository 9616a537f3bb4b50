package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;

/**
 * Adds up a batch's charges, to compare with BTS-3. The standard leaves open what that total counts, so it may be
 * charges less credits or both added. Not for many threads.
 */
final class BatchTotals {

    private Money charges = Money.ZERO;
    private Money credits = Money.ZERO;
    private boolean complete = true;

    /** @param command nothing where the message was not understood: then no total can be verified */
    void add(Optional<HisCommand> command) {
        if (command.isEmpty()) {
            complete = false;
        } else if (command.get() instanceof HisCommand.PostCharges posted) {
            posted.postings().forEach(this::add);
        }
    }

    private void add(ChargePosting posting) {
        if (posting.kind() == ChargePosting.Kind.CHARGE) {
            charges = charges.plus(posting.amount());
        } else {
            credits = credits.plus(posting.amount());
        }
    }

    boolean isComplete() {
        return complete;
    }

    boolean agreesWith(BigDecimal said) {
        return said.compareTo(net().yuan()) == 0
                || said.compareTo(charges.plus(credits).yuan()) == 0;
    }

    Money net() {
        return charges.minus(credits);
    }
}
