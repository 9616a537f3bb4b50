package org.yibaoban.office.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.notice.HisGateway.HisAnswer;

/** Delivers what the HIS is to be told, one receiver after the other, outside any transaction. */
@ApplicationScoped
public class HisTalk {

    private static final Logger LOG = System.getLogger(HisTalk.class.getName());

    @Inject
    private HisReceivers receivers;

    @Inject
    private HisOutbox outbox;

    @Inject
    private HisGateway his;

    @Inject
    private Clock clock;

    HisTalk() {}

    HisTalk(HisReceivers receivers, HisOutbox outbox, HisGateway his, Clock clock) {
        this.receivers = receivers;
        this.outbox = outbox;
        this.his = his;
        this.clock = clock;
    }

    /** Works until nothing is due. Several instances may do so at once: a receiver's notices stay in order. */
    public void drain() {
        for (HisReceiver receiver : receivers.all()) {
            Optional<HisOutbox.Due> due = outbox.take(receiver.name());
            while (due.isPresent() && delivered(receiver, due.get())) {
                due = outbox.take(receiver.name());
            }
        }
    }

    /** Whether the receiver can be told the next. */
    private boolean delivered(HisReceiver receiver, HisOutbox.Due due) {
        try {
            HisAnswer answer = his.send(receiver, due.content());
            switch (answer.outcome()) {
                case TAKEN -> outbox.taken(due.id(), answer);
                case REFUSED -> {
                    LOG.log(Level.WARNING, "{0} refused notice {1}", receiver.name(), due.controlId());
                    outbox.refused(due.id(), answer);
                }
                case LATER -> outbox.later(due.id(), answer.text());
            }
            return answer.outcome() != HisAnswer.Outcome.LATER;
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} was not told notice {1}: {2}",
                    receiver.name(),
                    due.controlId(),
                    e.getClass().getSimpleName() + " " + e.getMessage());
            outbox.later(due.id(), e.getMessage());
            return false;
        } catch (RuntimeException fault) {
            // one receiver's fault, told on its notice, holds up no other receiver
            String incident = IncidentId.next(clock).value();
            LOG.log(Level.ERROR, incident + ": " + receiver.name() + " was not told notice " + due.controlId(), fault);
            outbox.later(due.id(), incident);
            return false;
        }
    }
}
