package org.yibaoban.his.hl7v2;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** ADT messages. The default dialect is that of {@code docs/hl7v2.md}. */
final class VisitMapping {

    private static final int CLASS = 2;
    private static final int LOCATION = 3;
    private static final int ATTENDING = 7;
    private static final int SERVICE = 10;
    private static final int VISIT = 19;
    private static final int ADMITTED = 44;
    private static final int DISCHARGED = 45;
    private static final int ACCOUNT = 18;
    private static final int EVENT_RECORDED = 2;
    private static final int EVENT_OCCURRED = 6;
    private static final int MAX_DIAGNOSIS_NAME = 200;

    private final Hl7Message message;
    private final Hl7Time times;

    VisitMapping(Hl7Message message, Hl7Time times) {
        this.message = message;
        this.times = times;
    }

    HisCommand admit() {
        return admit(type());
    }

    /** A04 opens an outpatient visit; an inpatient one is opened by A01 only. */
    HisCommand register() {
        VisitType type = type();
        if (type != VisitType.OUTPATIENT) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    message.required("PV1").at(CLASS),
                    "A04 只登记门诊、急诊就诊，住院请发 A01",
                    "A04 registers outpatient and emergency visits only, send A01 for an inpatient");
        }
        return admit(type);
    }

    HisCommand transfer() {
        return new HisCommand.Transfer(visit(message), location(true), doctor(), eventTime(Optional.empty()));
    }

    HisCommand discharge() {
        return new HisCommand.Discharge(visit(message), eventTime(visitTime(DISCHARGED)), diagnoses());
    }

    HisCommand update() {
        return new HisCommand.Update(
                visit(message), PatientMapping.details(message.required("PID")), doctor(), diagnoses());
    }

    HisCommand cancelAdmission() {
        return new HisCommand.CancelAdmission(visit(message), eventTime(Optional.empty()));
    }

    HisCommand cancelDischarge() {
        return new HisCommand.CancelDischarge(visit(message), eventTime(Optional.empty()));
    }

    /** PV1-19, else PID-18. */
    static VisitNumber visit(Hl7Message message) {
        String number = message.first("PV1")
                .flatMap(pv1 -> pv1.optional(VISIT))
                .or(() -> message.first("PID").flatMap(pid -> pid.optional(ACCOUNT)))
                .orElseThrow(() -> MessageFault.missing(
                        FieldPath.of("PV1", VISIT), "就诊号（PID-18 也为空）", "the visit number (PID-18 is blank too)"));
        try {
            return new VisitNumber(number);
        } catch (IllegalArgumentException tooLong) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG,
                    FieldPath.of("PV1", VISIT),
                    "就诊号超过 30 位",
                    "the visit number is longer than 30 characters");
        }
    }

    /** PV1-10, blank where the HIS did not say. */
    static String department(Hl7Message message) {
        return message.first("PV1")
                .map(pv1 -> pv1.limited(SERVICE, 1, Hl7Segment.CODE_LENGTH))
                .orElse("");
    }

    private HisCommand admit(VisitType type) {
        return new HisCommand.Admit(
                visit(message),
                PatientMapping.details(message.required("PID")),
                type,
                location(type == VisitType.INPATIENT),
                doctor(),
                eventTime(visitTime(ADMITTED)),
                diagnoses());
    }

    private VisitType type() {
        Hl7Segment pv1 = message.required("PV1");
        return switch (pv1.required(CLASS, "就诊类别", "the patient class")) {
            case "I", "P", "B", "住院" -> VisitType.INPATIENT;
            case "O", "E", "R", "门诊", "急诊" -> VisitType.OUTPATIENT;
            default ->
                throw MessageFault.error(
                        ErrorCode.TABLE_VALUE,
                        pv1.at(CLASS),
                        "就诊类别不在值域内（I、P、O、E、住院、门诊）",
                        "not a known patient class (I, P, O, E, 住院, 门诊)");
        };
    }

    private Location location(boolean wardRequired) {
        Hl7Segment pv1 = message.required("PV1");
        if (wardRequired) {
            pv1.required(LOCATION, "病区", "the ward");
        }
        return new Location(
                department(message),
                pv1.limited(LOCATION, 1, Hl7Segment.CODE_LENGTH),
                pv1.limited(LOCATION, 3, Hl7Segment.CODE_LENGTH));
    }

    private Optional<String> doctor() {
        return message.first("PV1").flatMap(pv1 -> pv1.optional(ATTENDING, Hl7Segment.CODE_LENGTH));
    }

    private Optional<LocalDateTime> visitTime(int field) {
        return message.first("PV1").flatMap(pv1 -> times.time(pv1, field));
    }

    /** When it happened: as given, else EVN-6, else EVN-2, else MSH-7. */
    private LocalDateTime eventTime(Optional<LocalDateTime> given) {
        Optional<Hl7Segment> evn = message.first("EVN");
        return given.or(() -> evn.flatMap(e -> times.time(e, EVENT_OCCURRED)))
                .or(() -> evn.flatMap(e -> times.time(e, EVENT_RECORDED)))
                .or(() -> times.sent(message.envelope()))
                .orElseThrow(() -> MessageFault.missing(
                        FieldPath.of("EVN", EVENT_RECORDED), "事件时间（MSH-7 也为空）", "the time (MSH-7 is blank too)"));
    }

    /** Coded diagnoses, the principal one (DG1-15 = 1) first; one without a code stays in the raw message only. */
    private List<Diagnosis> diagnoses() {
        return message.all("DG1").stream()
                .filter(dg1 -> !dg1.text(3).isEmpty())
                .sorted(Comparator.comparingInt(dg1 -> dg1.text(15).equals("1") ? 0 : 1))
                .map(VisitMapping::diagnosis)
                .toList();
    }

    private static Diagnosis diagnosis(Hl7Segment dg1) {
        String name = dg1.limited(3, 2, MAX_DIAGNOSIS_NAME);
        return new Diagnosis(
                dg1.limited(3, 1, Hl7Segment.CODE_LENGTH),
                name.isEmpty() ? dg1.limited(4, 1, MAX_DIAGNOSIS_NAME) : name);
    }
}
