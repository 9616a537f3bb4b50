package org.yibaoban.his.hl7v2;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.yibaoban.his.dialect.Dialect;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.office.his.HisCommand;

/**
 * Understands a message: header, charset, segments, and through its sender's dialect the command. It keeps nothing of a
 * message, so that a stored one can be read again after a dialect was mended.
 */
final class CommandReader {

    private static final Set<String> VERSIONS =
            Set.of("2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1", "2.8.2");
    /** MSH-10 in the longest of these versions. */
    private static final int MAX_CONTROL_ID = 199;

    private static final List<String> TYPES = List.of("ADT", "BAR", "DFT", "OMG", "OMP", "ORM", "RDE", "RDS");
    private static final Set<String> ORDERS = Set.of("ORM O01", "OMP O09", "OMG O19", "RDE O11", "RDE O25", "RDS O13");
    /** These name several patients. */
    private static final Set<String> MERGES = Set.of(
            "A17", "A18", "A24", "A30", "A34", "A35", "A36", "A37", "A39", "A40", "A41", "A42", "A46", "A47", "P02");

    private final ZoneId hospital;
    private final Dialects dialects;
    private final Set<String> processingIds;

    CommandReader(ZoneId hospital, Dialects dialects, Set<String> processingIds) {
        this.hospital = hospital;
        this.dialects = dialects;
        this.processingIds = Set.copyOf(processingIds);
    }

    /** @throws MessageFault when the message is wrong or not handled here */
    HisCommand read(byte[] content, Envelope envelope, DecodedText decoded) {
        if (envelope.isBlank()) {
            throw noHeader();
        }
        checkControlId(envelope);
        checkType(envelope);
        checkHeader(envelope);
        decoded.fault().ifPresent(fault -> {
            throw fault;
        });
        Hl7Message message = Hl7Message.parse(decoded.text().orElseThrow(), envelope);
        if (!envelope.field(14).isEmpty() || !message.all("DSC").isEmpty()) {
            throw MessageFault.rejected(
                    ErrorCode.UNSUPPORTED_TYPE,
                    FieldPath.of("MSH", 14),
                    "不支持续传消息，请发送完整消息",
                    "continued messages are not supported, send the whole message");
        }
        return command(message);
    }

    private HisCommand command(Hl7Message message) {
        Dialect dialect = dialects.of(message.envelope().sender());
        Reading reading = new Reading(message, dialect, new Hl7Time(hospital, dialect.notYet(), dialect.times()));
        String type = message.envelope().type();
        if (!MERGES.contains(reading.event())) {
            checkOneVisit(message, reading);
        }
        return switch (type) {
            case "ADT" -> adt(reading);
            case "BAR" -> bar(reading);
            case "DFT" -> dft(reading);
            default -> order(type, reading);
        };
    }

    private static HisCommand adt(Reading reading) {
        VisitMapping visit = new VisitMapping(reading);
        IdentityMapping identity = new IdentityMapping(reading);
        return switch (reading.event()) {
            case "A01" -> visit.admit();
            case "A02" -> visit.transfer();
            case "A03" -> visit.discharge();
            case "A04" -> visit.register();
            case "A05" -> visit.preAdmit();
            case "A06" -> visit.becomeInpatient();
            case "A07" -> visit.becomeOutpatient();
            case "A08", "A54", "A55" -> visit.update();
            case "A11" -> visit.cancelAdmission();
            case "A12" -> visit.cancelTransfer();
            case "A13" -> visit.cancelDischarge();
            case "A21" -> visit.leave(HisCommand.Leave.Step.LEAVES);
            case "A22" -> visit.leave(HisCommand.Leave.Step.RETURNS);
            case "A52" -> visit.leave(HisCommand.Leave.Step.LEAVE_CANCELLED);
            case "A53" -> visit.leave(HisCommand.Leave.Step.RETURN_CANCELLED);
            case "A31" -> visit.describePatient();
            case "A38" -> visit.cancelPlan();
            case "A18", "A30", "A34", "A36", "A39", "A40", "A46", "A47" -> identity.merge();
            case "A42" -> identity.mergeVisits(Fact.VISIT, Fact.PRIOR_VISIT);
            case "A35", "A41" -> identity.mergeVisits(Fact.ACCOUNT, Fact.PRIOR_ACCOUNT);
            case "A45", "A50" -> identity.identifyVisit();
            default ->
                UnusedEvents.command(
                        "ADT",
                        reading.event(),
                        "A01-A08, A11-A13, A18, A21, A22, A30, A31, A34-A36, A38-A42, A45-A47, A50, A52-A55");
        };
    }

    private static HisCommand bar(Reading reading) {
        return switch (reading.event()) {
            case "P01", "P05", "P12" -> new VisitMapping(reading).update();
            default -> UnusedEvents.command("BAR", reading.event(), "P01, P05, P12");
        };
    }

    private static HisCommand dft(Reading reading) {
        return switch (reading.event()) {
            case "P03", "P11" -> new ChargeMapping(reading).postCharges();
            default -> UnusedEvents.command("DFT", reading.event(), "P03, P11");
        };
    }

    private static HisCommand order(String type, Reading reading) {
        return ORDERS.contains(type + " " + reading.event())
                ? new OrderMapping(reading).placeOrders()
                : UnusedEvents.command(type, reading.event(), "ORM O01, OMP O09, OMG O19, RDE O11, RDE O25, RDS O13");
    }

    /** What is said of one visit must not be done to another that the same message names. */
    private static void checkOneVisit(Hl7Message message, Reading reading) {
        if (message.all("PID").size() > 1) {
            throw MessageFault.error(
                    ErrorCode.SEGMENT_SEQUENCE,
                    FieldPath.of("PID", 0),
                    "一条消息只能有一个患者",
                    "one message is about one patient");
        }
        long visits = message.all("PV1").stream()
                .map(pv1 -> reading.within(List.of(pv1)).text(Fact.VISIT))
                .distinct()
                .count();
        if (visits > 1) {
            throw MessageFault.error(
                    ErrorCode.SEGMENT_SEQUENCE,
                    FieldPath.of("PV1", 0),
                    "一条消息只能有一次就诊",
                    "one message is about one visit");
        }
    }

    /** Whether an id is one by which a message can be known again; a longer one is not cut, which might make two equal. */
    static boolean isControlId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_CONTROL_ID
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void checkControlId(Envelope envelope) {
        FieldPath where = FieldPath.of("MSH", 10);
        if (envelope.controlId().isEmpty()) {
            throw MessageFault.missing(where, "消息控制号", "the message control id");
        }
        if (!isControlId(envelope.controlId())) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG,
                    where,
                    "消息控制号过长或含控制字符",
                    "the message control id is too long or not printable");
        }
    }

    private static void checkType(Envelope envelope) {
        FieldPath where = FieldPath.of("MSH", 9);
        if (envelope.type().isEmpty()) {
            throw MessageFault.missing(where, "消息类型", "the message type");
        }
        if (!TYPES.contains(envelope.type())) {
            throw MessageFault.rejected(
                    ErrorCode.UNSUPPORTED_TYPE,
                    where,
                    "不支持的消息类型" + quoted(envelope.type()) + "，支持 " + String.join("、", TYPES),
                    "message type" + quoted(envelope.type()) + " is not supported, supported: "
                            + String.join(", ", TYPES));
        }
    }

    private void checkHeader(Envelope envelope) {
        String version = envelope.component(12, 1);
        if (!VERSIONS.contains(version)) {
            throw MessageFault.rejected(
                    ErrorCode.UNSUPPORTED_VERSION,
                    FieldPath.of("MSH", 12),
                    "不支持的版本" + quoted(version) + "，支持 2.1 至 2.8",
                    "version" + quoted(version) + " is not supported, supported: 2.1 to 2.8");
        }
        String processingId = envelope.component(11, 1);
        if (!processingId.isEmpty() && !processingIds.contains(processingId)) {
            throw MessageFault.rejected(
                    ErrorCode.UNSUPPORTED_PROCESSING_ID,
                    FieldPath.of("MSH", 11),
                    "处理标识" + quoted(processingId) + "：不是生产消息，未入账",
                    "processing id" + quoted(processingId) + " is not for this system");
        }
    }

    private static MessageFault noHeader() {
        return MessageFault.error(
                ErrorCode.SEGMENT_SEQUENCE, "不是 HL7 消息：未以 MSH 段开头", "not an HL7 message: it does not begin with MSH");
    }

    /** A code is quoted only where it looks like one: in a shifted field there may be a name. */
    static String quoted(String code) {
        return code.matches("[A-Za-z0-9._ ]{1,20}") ? " " + code : "";
    }
}
