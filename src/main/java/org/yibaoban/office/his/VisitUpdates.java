package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.PatientDetails;

/** What is told of a person without a visit reaches the person's visits like an update of each. */
@ApplicationScoped
public class VisitUpdates {

    @Inject
    private Admissions admissions;

    @Inject
    private RawMessages messages;

    @Inject
    private Clock clock;

    /**
     * Runs in the caller's transaction.
     *
     * @param told by patient number
     * @param at when they were told
     * @return the numbers of the patients that were described
     */
    public Set<String> describe(
            Collection<VisitRow> visits, Map<String, PatientDetails> told, LocalDateTime at, long messageId) {
        Set<String> described = new HashSet<>();
        for (VisitRow visit : visits) {
            PatientDetails details = told.get(visit.patient().number());
            admissions.apply(
                    new HisCommand.Update(visit.number(), details, Optional.empty(), List.of(), false, at), messageId);
            described.add(visit.patient().number());
        }
        return described;
    }

    /** Closes a kept message whose content reached no single visit. */
    public void conclude(long messageId, String note, byte[] answer) {
        messages.conclude(
                messageId, RawMessageRow.Verdict.APPLIED, note, "", Optional.empty(), answer, clock.instant());
    }
}
