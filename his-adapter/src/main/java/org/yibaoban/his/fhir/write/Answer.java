package org.yibaoban.his.fhir.write;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.office.his.Outcome;
import org.yibaoban.visit.VisitNumber;

/** The answer to what was written, as it is stored with the message: one entry for each item. */
final class Answer {

    private final HisReads reads;

    Answer(HisReads reads) {
        this.reads = reads;
    }

    Bundle of(Plan plan, List<Outcome> outcomes) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTIONRESPONSE);
        Map<String, Long> patients = reads.patientIds(numbers(plan.written(), "Patient"));
        Map<String, Long> visits = reads.visitIds(numbers(plan.written(), "Encounter"));
        Map<VisitNumber, Map<String, Long>> lines = plan.written().stream()
                .filter(one -> one.visit().isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.visit().orElseThrow(),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> reads.lineIds(
                                        all.get(0).visit().orElseThrow().value(), numbers(all, "ChargeItem")))));
        OperationOutcome notes = notes(outcomes);
        for (Written one : plan.written()) {
            Map<String, Long> ids = switch (one.type()) {
                case "Patient" -> patients;
                case "Encounter" -> visits;
                default -> lines.get(one.visit().orElseThrow());
            };
            bundle.addEntry(entry(one, Optional.ofNullable(ids.get(one.number())), notes));
        }
        return bundle;
    }

    private static List<String> numbers(Collection<Written> written, String type) {
        return written.stream()
                .filter(one -> one.type().equals(type))
                .map(Written::number)
                .toList();
    }

    private static BundleEntryComponent entry(Written one, Optional<Long> id, OperationOutcome notes) {
        BundleEntryComponent entry = new BundleEntryComponent();
        entry.getResponse().setStatus(one.existed() ? "200 OK" : "201 Created").setOutcome(notes);
        id.ifPresent(row -> entry.getResponse().setLocation(one.type() + "/" + row));
        return entry;
    }

    /** What was done, in both languages, as the office says it. */
    private static OperationOutcome notes(List<Outcome> outcomes) {
        OperationOutcome notes = new OperationOutcome();
        outcomes.stream()
                .filter(Outcome.Applied.class::isInstance)
                .map(outcome -> ((Outcome.Applied) outcome).note())
                .distinct()
                .forEach(note -> notes.addIssue()
                        .setSeverity(IssueSeverity.INFORMATION)
                        .setCode(IssueType.INFORMATIONAL)
                        .getDetails()
                        .setText(note));
        if (!notes.hasIssue()) {
            notes.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .getDetails()
                    .setText("已处理 / done");
        }
        return notes;
    }
}
