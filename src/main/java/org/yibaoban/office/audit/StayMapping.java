package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditParameter;
import org.yibaoban.audit.AuditPatient;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.OtherVisit;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.AuditedLine;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitType;

/** Puts visit, patient, ledger and knowledge points into the form that the audit rules look at. */
@ApplicationScoped
public class StayMapping {

    @Inject
    private Visits visits;

    @Inject
    private Hospital hospital;

    @Inject
    private Knowledge knowledge;

    @Inject
    private AuditSettings settings;

    @Inject
    private StayFacts facts;

    /**
     * The stay without the patient's other visits, which no line touches.
     *
     * @param known the visit as {@link #visit} says it
     */
    AuditStay part(VisitRow visit, AuditVisit known, List<AuditedLine> lines) {
        return part(visit, known, lines, facts.beside(Map.of(visit, lines)));
    }

    /** The same where what is known beside the lines was read for several stays. */
    AuditStay part(VisitRow visit, AuditVisit known, List<AuditedLine> lines, StayFacts.Beside beside) {
        return part(
                visit, known, lines(lines, facts.ordered(visit, lines, beside)), facts.consented(visit, lines, beside));
    }

    /** The same with lines and consents of its own, such as those for an order. */
    AuditStay part(VisitRow visit, AuditVisit known, List<AuditLine> lines, Set<String> consents) {
        return new AuditStay(patient(visit), known, List.of(), consents, lines);
    }

    AuditStay whole(VisitRow visit, List<AuditedLine> rows) {
        int days = settings.figure(AuditParameter.SPLIT_DAYS).value().intValueExact();
        List<OtherVisit> others = visits
                .others(visit, visit.admittedAt().toLocalDate().minusDays(days))
                .stream()
                .map(StayMapping::other)
                .toList();
        AuditStay stay = part(visit, visit(visit), rows);
        return new AuditStay(stay.patient(), stay.visit(), others, stay.consents(), stay.lines());
    }

    private static AuditPatient patient(VisitRow visit) {
        PatientDetails patient = visit.patient().details();
        return new AuditPatient(patient.sex(), patient.birthDate(), insurance(visit));
    }

    AuditVisit visit(VisitRow visit) {
        return visit(visit, facts.leaves(visit));
    }

    AuditVisit visit(VisitRow visit, List<AuditVisit.Leave> leaves) {
        return new AuditVisit(
                visit.type(),
                visit.admittedAt(),
                visit.dischargedAt(),
                hospital.level(),
                codes(visit),
                leaves,
                isIdentityVerified(visit));
    }

    /** Checked against the certificate: the number is sound, fits the person, and the payer knows it. */
    private static boolean isIdentityVerified(VisitRow visit) {
        MembershipState state = visit.membershipState();
        return !visit.identityFault()
                && visit.membership().isPresent()
                && (state == MembershipState.VERIFIED || state == MembershipState.PENDING);
    }

    private static Optional<String> insurance(VisitRow visit) {
        return visit.membership()
                .map(known -> known.insuranceType() == InsuranceType.EMPLOYEE ? "employee" : "resident");
    }

    /** An outpatient visit whose end the HIS does not tell ends with its day. */
    private static OtherVisit other(VisitRow visit) {
        Optional<LocalDateTime> end = visit.type() == VisitType.OUTPATIENT
                ? visit.dischargedAt()
                        .or(() -> Optional.of(
                                visit.admittedAt().toLocalDate().plusDays(1).atStartOfDay()))
                : visit.dischargedAt();
        return new OtherVisit(visit.type(), visit.admittedAt(), end, codes(visit));
    }

    private static List<String> codes(VisitRow visit) {
        return visit.diagnoses().stream().map(Diagnosis::code).toList();
    }

    /** Charges alone: without what was ordered. */
    List<AuditLine> charged(Collection<AuditedLine> rows) {
        return lines(rows, Map.of());
    }

    private List<AuditLine> lines(Collection<AuditedLine> rows, Map<String, String> ordered) {
        Map<Long, String> ids = new HashMap<>();
        rows.forEach(row -> ids.put(row.id(), row.transactionId()));
        return rows.stream()
                .map(row -> line(row, ids, Optional.ofNullable(ordered.get(row.transactionId()))))
                .toList();
    }

    private AuditLine line(AuditedLine row, Map<Long, String> ids, Optional<String> ordered) {
        return new AuditLine(
                new LineId(row.transactionId()),
                item(row.item(), row.at()),
                row.quantity(),
                row.unitPrice().max(BigDecimal.ZERO),
                row.amount(),
                row.at(),
                ordered,
                row.supply().days(),
                row.supply().chronic(),
                row.supply().takeHome(),
                row.reverses().map(ids::get).map(LineId::new));
    }

    /** The item as the catalogue knew it on the day it was charged, with the limits of that day. */
    AuditItem item(AuditedLine.Item item, LocalDateTime at) {
        Knowledge.Limits limits = knowledge.of(item.code(), item.nationalCode(), at.toLocalDate());
        return new AuditItem(
                item.code(),
                item.nationalCode(),
                item.name(),
                item.chargeType(),
                item.itemClass(),
                item.nationalCode().isPresent(),
                limits.payment(),
                limits.usage());
    }
}
