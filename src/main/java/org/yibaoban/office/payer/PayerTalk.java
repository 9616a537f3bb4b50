package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Says to the payer what the outbox holds, one task after the other, outside any transaction. */
@ApplicationScoped
public class PayerTalk {

    private static final Logger LOG = System.getLogger(PayerTalk.class.getName());

    @Inject
    private PayerOutbox outbox;

    @Inject
    private PayerGateway payer;

    /** Works until nothing is due. Several instances may do so at once. */
    public void drain() {
        Optional<PayerOutbox.Task> task = outbox.take();
        while (task.isPresent()) {
            say(task.get());
            task = outbox.take();
        }
    }

    private void say(PayerOutbox.Task task) {
        boolean sentBefore = task instanceof PayerOutbox.Task.Claim claim && claim.sentBefore()
                || task instanceof PayerOutbox.Task.Reversal reversal && reversal.sentBefore();
        try {
            if (task instanceof PayerOutbox.Task.Eligibility eligibility) {
                EligibilityQuery query = eligibility.query();
                outbox.verified(task.id(), query.serviceDate(), payer.verify(query));
            } else if (task instanceof PayerOutbox.Task.Claim claim) {
                outbox.answered(task.id(), claimAnswer(claim));
            } else if (task instanceof PayerOutbox.Task.Reversal reversal) {
                outbox.reversed(task.id(), reversalAnswer(reversal));
            }
        } catch (PayerUnreachable e) {
            // what the payer said may name the person: it stands with the task, which is not open to who reads logs
            LOG.log(Level.WARNING, "payer not reached, task {0}", task.id());
            outbox.unreached(task.id(), sentBefore, e.getMessage());
        } catch (PayerSilent e) {
            LOG.log(Level.WARNING, "payer silent, task {0}", task.id());
            outbox.unknown(task.id(), e.getMessage(), null);
        } catch (PayerUnreadable e) {
            LOG.log(Level.WARNING, "payer unreadable, task {0}", task.id());
            outbox.unknown(task.id(), e.getMessage(), e.answer());
        } catch (PayerRefused e) {
            LOG.log(Level.WARNING, "payer refused task {0}", task.id());
            outbox.refused(task.id(), e.getMessage(), e.answer());
        } catch (RuntimeException e) {
            // what was answered is not on file: as after a crash the task is taken up when its lease ends, and the
            // others must not wait for it
            LOG.log(Level.ERROR, "task " + task.id() + " broke off", e);
        }
    }

    /** After a lost answer the payer's status is asked first, and only then the same claim is sent again. */
    private ClaimAnswer claimAnswer(PayerOutbox.Task.Claim task) {
        if (task.sentBefore()) {
            Optional<ClaimAnswer> known = payer.status(task.claim().identifier());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return payer.submit(task.claim());
    }

    /** The same order as for a claim. */
    private ReversalAnswer reversalAnswer(PayerOutbox.Task.Reversal task) {
        if (task.sentBefore()) {
            Optional<ReversalAnswer> known = payer.reversalStatus(task.reversal());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return payer.reverse(task.reversal());
    }
}
