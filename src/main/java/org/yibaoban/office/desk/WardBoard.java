package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.membership.Membership;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.payment.StayPayments;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.quota.payment.StayPayment;
import org.yibaoban.store.VisitLists;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.PatientDetails;

/** The ward's list of patients: one query, one for what the payer brings, no look at charge lines. */
@ApplicationScoped
public class WardBoard {

    @Inject
    private VisitLists visits;

    @Inject
    private StayPayments payments;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /** Patients who lie in a department now, or in any, by ward and bed. */
    @Transactional
    public List<WardPatient> patients(Optional<String> department) {
        LocalDate today = LocalDate.now(clock);
        Map<String, StayPayment> paid = payments.open(department);
        return visits.open(department).stream()
                .map(visit -> row(
                        visit,
                        today,
                        Optional.ofNullable(paid.get(visit.number().value()))))
                .toList();
    }

    private WardPatient row(VisitRow visit, LocalDate today, Optional<StayPayment> payment) {
        PatientDetails patient = visit.patient().details();
        return new WardPatient(
                visit.number().value(),
                patient.number().value(),
                patient.name(),
                patient.sex(),
                patient.birthDate()
                        .map(birth -> Period.between(birth, today).getYears())
                        .orElse(-1),
                visit.location().department(),
                visit.location().ward(),
                visit.location().bed(),
                hospital.doctor(visit.doctor()).map(Doctor::name).orElse(visit.doctor()),
                visit.admittedAt(),
                visit.membership().map(Membership::planId).orElse(""),
                visit.charges(),
                visit.selfPaid(),
                payment,
                StayFlags.of(visit));
    }
}
