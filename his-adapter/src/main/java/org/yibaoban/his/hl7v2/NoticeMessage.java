package org.yibaoban.his.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitType;

/**
 * What the HIS is told, as ORU^R01: the visit in PV1-19, what it is about in OBR-4, and an OBX for each fact, amounts
 * under their names in the national interface.
 */
final class NoticeMessage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final Separators S = Separators.STANDARD;
    private static final String OWN = "YIBAOBAN";
    private static final String NATIONAL = "NHSA";

    private final HisReceiver receiver;
    private final Clock clock;
    private final List<String> segments = new ArrayList<>();
    private int facts;

    NoticeMessage(HisReceiver receiver, Clock clock) {
        this.receiver = receiver;
        this.clock = clock;
    }

    byte[] write(HisNotice notice, String controlId) {
        header(controlId);
        subject(notice.subject());
        if (notice instanceof HisNotice.ClaimMoved moved) {
            claim(moved);
        } else if (notice instanceof HisNotice.FlagsChanged changed) {
            flags(changed);
        } else {
            throw new IllegalArgumentException(
                    "no message for " + notice.getClass().getSimpleName());
        }
        return (String.join("\r", segments) + "\r").getBytes(receiver.charset());
    }

    private void header(String controlId) {
        segment(
                "MSH",
                S.encoding(),
                OWN,
                OWN,
                text(receiver.application()),
                text(receiver.facility()),
                ZONED.format(ZonedDateTime.now(clock)),
                "",
                "ORU^R01" + (receiver.version().equals("2.3.1") ? "" : "^ORU_R01"),
                controlId,
                "P",
                receiver.version(),
                "",
                "",
                "",
                "",
                "",
                charsetName(receiver.charset()));
    }

    /** HL7 table 0211. */
    private static String charsetName(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UNICODE UTF-8" : "GB 18030-2000";
    }

    private void subject(HisNotice.Subject subject) {
        PatientDetails patient = subject.patient();
        segment(
                "PID",
                "1",
                "",
                text(patient.number().value()) + "^^^" + text(receiver.application()) + "^MR",
                "",
                text(patient.name()),
                "",
                patient.birthDate().map(DAY::format).orElse(""),
                sex(patient.sex()));
        String[] visit = new String[19];
        Arrays.fill(visit, "");
        visit[0] = "1";
        visit[1] = subject.type() == VisitType.INPATIENT ? "I" : "O";
        visit[18] = text(subject.visit().value());
        segment("PV1", visit);
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case MALE -> "M";
            case FEMALE -> "F";
            default -> "U";
        };
    }

    private void claim(HisNotice.ClaimMoved moved) {
        topic(moved.claimIdentifier(), "SETTLEMENT", "医保结算", moved.at());
        fact(
                "CE",
                own("claim_state", "结算状态"),
                own(moved.state().name(), moved.state().chinese()),
                "");
        moved.payerReference().ifPresent(reference -> fact("ST", national("setl_id", "结算编号"), text(reference), ""));
        for (SettlementField field : SettlementField.values()) {
            if (moved.amounts().containsKey(field)) {
                fact(
                        "NM",
                        national(field.nationalName(), field.chinese()),
                        moved.amounts().get(field).toString(),
                        "CNY");
            }
        }
        if (!moved.why().isBlank()) {
            fact("ST", own("reason", "原因"), text(moved.why()), "");
        }
    }

    private void flags(HisNotice.FlagsChanged changed) {
        topic(changed.subject().visit().value(), "FLAGS", "医保提示", changed.at());
        if (changed.flags().isEmpty()) {
            fact("CE", own("flag", "提示"), own("NONE", "无"), "");
        }
        for (StayFlag flag : changed.flags()) {
            fact("CE", own("flag", "提示"), own(flag.name(), flag.chinese()), "");
        }
    }

    private void topic(String identifier, String code, String name, LocalDateTime at) {
        String[] request = new String[25];
        Arrays.fill(request, "");
        request[0] = "1";
        request[2] = text(identifier);
        request[3] = own(code, name);
        request[6] = TIME.format(at);
        request[21] = TIME.format(at);
        request[24] = "F";
        segment("OBR", request);
    }

    private void fact(String type, String what, String value, String unit) {
        facts++;
        segment("OBX", String.valueOf(facts), type, what, "", value, unit, "", "", "", "", "F");
    }

    private String own(String code, String name) {
        return code + "^" + text(name) + "^" + OWN;
    }

    private String national(String code, String name) {
        return code + "^" + text(name) + "^" + NATIONAL;
    }

    private static String text(String plain) {
        return S.escape(plain);
    }

    private void segment(String name, String... fields) {
        segments.add(name + S.field() + String.join(String.valueOf(S.field()), fields));
    }
}
