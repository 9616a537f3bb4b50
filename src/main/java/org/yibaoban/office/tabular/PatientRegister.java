package org.yibaoban.office.tabular;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.office.his.VisitUpdates;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.TabularRows;
import org.yibaoban.visit.PatientDetails;

/** The patient book over the store; the number of queries does not depend on how many of the patients are known. */
@ApplicationScoped
public class PatientRegister implements PatientBook {

    @Inject
    private TabularRows rows;

    @Inject
    private VisitUpdates updates;

    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void describe(long messageId, List<PatientDetails> patients, byte[] answer, Runnable noted) {
        LocalDateTime at = LocalDateTime.now(clock);
        List<String> numbers = patients.stream().map(p -> p.number().value()).toList();
        rows.lockPatients(numbers);
        Map<String, PatientRow> known =
                rows.patients(numbers).stream().collect(Collectors.toMap(PatientRow::number, Function.identity()));
        Map<String, PatientDetails> told =
                patients.stream().collect(Collectors.toMap(p -> p.number().value(), Function.identity(), (a, b) -> b));
        // through their visits first: a changed identity is checked again, and the payer asked again
        Set<String> through = updates.describe(rows.unclaimedOf(known.values()), told, at, messageId);
        told.forEach((number, details) -> {
            if (through.contains(number)) {
                return;
            }
            if (known.containsKey(number)) {
                known.get(number).describe(details, at);
            } else {
                rows.add(new PatientRow(details, at));
            }
        });
        noted.run();
        updates.conclude(messageId, "患者 " + told.size() + " 人 / " + told.size() + " patients", answer);
    }
}
