package org.yibaoban.his.hl7v2;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yibaoban.office.his.HisCommand;

/** Understands a message: header, charset, segments, command. */
final class CommandReader {

    private static final Set<String> VERSIONS =
            Set.of("2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1", "2.8.2");
    /** MSH-10 in the longest of these versions. */
    private static final int MAX_CONTROL_ID = 199;

    private final Hl7Time times;
    private final Set<String> processingIds;

    CommandReader(ZoneId hospital, Set<String> processingIds) {
        this.times = new Hl7Time(hospital);
        this.processingIds = Set.copyOf(processingIds);
    }

    /** @throws MessageFault when the message is wrong or not handled here */
    HisCommand read(byte[] content, Envelope envelope, DecodedText decoded) {
        if (envelope.isBlank()) {
            throw noHeader(content);
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
        String type = message.envelope().type();
        String event = message.event();
        VisitMapping visit = new VisitMapping(message, times);
        Supplier<HisCommand> mapping = switch (type + " " + event) {
            case "ADT A01" -> visit::admit;
            case "ADT A02" -> visit::transfer;
            case "ADT A03" -> visit::discharge;
            case "ADT A04" -> visit::register;
            case "ADT A08" -> visit::update;
            case "ADT A11" -> visit::cancelAdmission;
            case "ADT A13" -> visit::cancelDischarge;
            case "DFT P03" -> new ChargeMapping(message, times)::postCharges;
            default -> throw unsupportedEvent(type, event);
        };
        if (message.all("PID").size() > 1) {
            throw MessageFault.error(
                    ErrorCode.SEGMENT_SEQUENCE,
                    FieldPath.of("PID", 0),
                    "一条消息只能有一个患者",
                    "one message is about one patient");
        }
        return mapping.get();
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
        if (!Set.of("ADT", "DFT").contains(envelope.type())) {
            throw MessageFault.rejected(
                    ErrorCode.UNSUPPORTED_TYPE,
                    where,
                    "不支持的消息类型" + quoted(envelope.type()) + "，支持 ADT、DFT",
                    "message type" + quoted(envelope.type()) + " is not supported, supported: ADT, DFT");
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

    private static MessageFault unsupportedEvent(String type, String event) {
        String supported = type.equals("DFT") ? "P03" : "A01, A02, A03, A04, A08, A11, A13";
        return MessageFault.rejected(
                ErrorCode.UNSUPPORTED_EVENT,
                new FieldPath("MSH", 1, Optional.empty(), 9, 2),
                "不支持的事件" + quoted(type + " " + event) + "，支持 " + supported,
                "event" + quoted(type + " " + event) + " is not supported, supported: " + supported);
    }

    private static MessageFault noHeader(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 3), StandardCharsets.ISO_8859_1);
        if (start.equals("FHS") || start.equals("BHS")) {
            return MessageFault.rejected(
                    ErrorCode.UNSUPPORTED_TYPE,
                    "不支持批量文件（" + start + "），请逐条发送",
                    "batches (" + start + ") are not supported, send each message in its own frame");
        }
        return MessageFault.error(
                ErrorCode.SEGMENT_SEQUENCE, "不是 HL7 消息：未以 MSH 段开头", "not an HL7 message: it does not begin with MSH");
    }

    /** A code is quoted only where it looks like one: in a shifted field there may be a name. */
    private static String quoted(String code) {
        return code.matches("[A-Za-z0-9._ ]{1,20}") ? " " + code : "";
    }
}
