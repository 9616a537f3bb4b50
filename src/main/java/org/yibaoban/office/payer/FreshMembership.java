package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.visit.VisitNumber;

/**
 * Asks the payer once more how a person is insured before the visit is claimed for: between the visit's verification and
 * its claim another visit, also elsewhere, may have used the personal account or the year. No transaction is open while
 * the payer is spoken to. When the payer is away the claim is made with what is known: its answer is checked in any case.
 */
@ApplicationScoped
public class FreshMembership {

    private static final Logger LOG = System.getLogger(FreshMembership.class.getName());

    @Inject
    private PayerOutbox outbox;

    @Inject
    private PayerGateway payer;

    /**
     * What is found is stored in a transaction of its own.
     *
     * @param through the last day of a part of a stay that goes on; empty where the visit is over
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void beforeClaim(VisitNumber visit, Optional<LocalDate> through) {
        outbox.beforeClaim(visit, through).ifPresent(this::ask);
    }

    private void ask(EligibilityQuery query) {
        try {
            outbox.verifiedBeforeClaim(query, payer.verify(query));
        } catch (PayerUnreachable | PayerRefused | PayerUnreadable e) {
            LOG.log(
                    Level.WARNING,
                    "visit {0} is claimed with the membership known: {1}",
                    query.visit(),
                    e.getClass().getSimpleName());
        }
    }
}
