package org.yibaoban.his.hl7v2;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.his.dialect.CodeTable;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.Opening;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Messages about the life of one visit: ADT but for identifiers, and BAR. */
final class VisitMapping {

    private static final int MAX_DIAGNOSIS_NAME = 200;
    private static final int MAX_GROUP = 60;

    private final Reading reading;

    VisitMapping(Reading reading) {
        this.reading = reading;
    }

    HisCommand admit() {
        return open(Opening.ADMITTED, type());
    }

    /** A04 opens an outpatient visit; an inpatient one is opened by A01 only. */
    HisCommand register() {
        VisitType type = type();
        if (type != VisitType.OUTPATIENT) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    reading.where(Fact.PATIENT_CLASS),
                    "A04 只登记门诊、急诊就诊，住院请发 A01",
                    "A04 registers outpatient and emergency visits only, send A01 for an inpatient");
        }
        return open(Opening.ADMITTED, type);
    }

    HisCommand preAdmit() {
        return open(Opening.PLANNED, type());
    }

    HisCommand becomeInpatient() {
        return changeClass(VisitType.INPATIENT);
    }

    HisCommand becomeOutpatient() {
        return changeClass(VisitType.OUTPATIENT);
    }

    HisCommand transfer() {
        return new HisCommand.Transfer(visit(reading), location(true), doctor(), eventTime());
    }

    HisCommand cancelTransfer() {
        return new HisCommand.CancelTransfer(visit(reading), eventTime());
    }

    HisCommand discharge() {
        return new HisCommand.Discharge(
                visit(reading),
                reading.time(Fact.DISCHARGED).orElseGet(this::eventTime),
                diagnoses(),
                group(),
                told(reading));
    }

    HisCommand leave(HisCommand.Leave.Step step) {
        return new HisCommand.Leave(visit(reading), step, eventTime());
    }

    HisCommand update() {
        return new HisCommand.Update(
                visit(reading),
                PatientMapping.details(reading),
                doctor(),
                diagnoses(),
                reading.message().first("IN1").isPresent(),
                group(),
                told(reading));
    }

    HisCommand cancelAdmission() {
        return new HisCommand.CancelAdmission(visit(reading), false, told(reading));
    }

    HisCommand cancelPlan() {
        return new HisCommand.CancelAdmission(visit(reading), true, told(reading));
    }

    HisCommand cancelDischarge() {
        return new HisCommand.CancelDischarge(visit(reading), told(reading));
    }

    /** A31: the person changes, whatever visit it has. */
    HisCommand describePatient() {
        return new HisCommand.DescribePatient(PatientMapping.details(reading), told(reading));
    }

    static VisitNumber visit(Reading reading) {
        String number = reading.optional(Fact.VISIT)
                .orElseThrow(() -> MessageFault.missing(
                        reading.where(Fact.VISIT), "就诊号（PID-18 也为空）", "the visit number (PID-18 is blank too)"));
        return number(reading, Fact.VISIT, number);
    }

    static VisitNumber number(Reading reading, Fact fact, String number) {
        try {
            return new VisitNumber(number);
        } catch (IllegalArgumentException tooLong) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG,
                    reading.where(fact),
                    "就诊号超过 30 位",
                    "the visit number is longer than 30 characters");
        }
    }

    /** When the sender knew it: EVN-2, else MSH-7. By it a late older message is told from a newer one. */
    static LocalDateTime told(Reading reading) {
        return reading.time(Fact.EVENT_RECORDED)
                .or(reading::sent)
                .orElseThrow(() -> reading.missing(Fact.EVENT_RECORDED));
    }

    private HisCommand.Admit open(Opening opening, VisitType type) {
        return new HisCommand.Admit(
                visit(reading),
                opening,
                PatientMapping.details(reading),
                type,
                location(type == VisitType.INPATIENT && opening == Opening.ADMITTED),
                doctor(),
                reading.time(Fact.ADMITTED).orElseGet(this::eventTime),
                diagnoses(),
                told(reading));
    }

    /** A06, A07: PV1-2 is believed only where it says the same as the event. */
    private HisCommand changeClass(VisitType type) {
        if (type() != type) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    reading.where(Fact.PATIENT_CLASS),
                    "就诊类别与事件 " + reading.event() + " 不符",
                    "the patient class contradicts event " + reading.event());
        }
        Optional<VisitNumber> prior = reading.optional(Fact.PRIOR_VISIT)
                .map(number -> number(reading, Fact.PRIOR_VISIT, number))
                .filter(number -> !number.equals(visit(reading)));
        return new HisCommand.ChangeClass(prior, open(Opening.ADMITTED, type), eventTime());
    }

    private VisitType type() {
        reading.message().required("PV1");
        return VisitType.valueOf(
                reading.meaning(Fact.PATIENT_CLASS, CodeTable.PATIENT_CLASS).toUpperCase(Locale.ROOT));
    }

    private Location location(boolean wardRequired) {
        if (wardRequired) {
            reading.message().required("PV1");
            reading.required(Fact.WARD);
        }
        return new Location(
                reading.limited(Fact.DEPARTMENT, Reading.CODE_LENGTH),
                reading.limited(Fact.WARD, Reading.CODE_LENGTH),
                reading.limited(Fact.BED, Reading.CODE_LENGTH));
    }

    private Optional<String> group() {
        return reading.message()
                .first("DRG")
                .flatMap(drg -> reading.within(List.of(drg)).optional(Fact.CASE_GROUP, MAX_GROUP));
    }

    private Optional<String> doctor() {
        return reading.optional(Fact.DOCTOR, Reading.CODE_LENGTH);
    }

    /** When it happened: EVN-6, else when it was told. */
    private LocalDateTime eventTime() {
        return reading.time(Fact.EVENT_OCCURRED).orElseGet(() -> told(reading));
    }

    /** Coded diagnoses, the principal one first; one without a code, or that is taken off, stays in the raw message only. */
    private List<Diagnosis> diagnoses() {
        return reading.message().all("DG1").stream()
                .map(dg1 -> reading.within(List.of(dg1)))
                .filter(one -> one.optional(Fact.DIAGNOSIS_CODE).isPresent())
                .filter(one -> !one.text(Fact.DIAGNOSIS_ACTION).equals("D"))
                .sorted(Comparator.comparingInt(
                        one -> one.text(Fact.DIAGNOSIS_RANK).equals("1") ? 0 : 1))
                .map(one -> new Diagnosis(
                        one.limited(Fact.DIAGNOSIS_CODE, Reading.CODE_LENGTH),
                        one.limited(Fact.DIAGNOSIS_NAME, MAX_DIAGNOSIS_NAME)))
                .toList();
    }
}
