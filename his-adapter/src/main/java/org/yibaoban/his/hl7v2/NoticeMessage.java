package org.yibaoban.his.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver.Mllp;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitType;

/**
 * What the HIS is told, the visit in PV1-19, an OBX for each fact: as ORU^R01 with what it is about in OBR-4, amounts
 * under their names in the national interface; a consent form as MDM^T02 with the PDF, or T04 when it is taken back.
 */
final class NoticeMessage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final Separators S = Separators.STANDARD;
    private static final String OWN = "YIBAOBAN";
    private static final String NATIONAL = "NHSA";

    private final Mllp receiver;
    private final Clock clock;
    private final List<String> segments = new ArrayList<>();
    private int facts;

    NoticeMessage(Mllp receiver, Clock clock) {
        this.receiver = receiver;
        this.clock = clock;
    }

    byte[] write(HisNotice notice, String controlId) {
        header(controlId, notice);
        if (notice instanceof HisNotice.ConsentMoved moved) {
            segment("EVN", event(moved), TIME.format(moved.at()));
        }
        subject(notice.subject());
        if (notice instanceof HisNotice.ClaimMoved moved) {
            claim(moved);
        } else if (notice instanceof HisNotice.FlagsChanged changed) {
            flags(changed);
        } else if (notice instanceof HisNotice.ConsentMoved moved) {
            consent(moved);
        } else {
            throw new IllegalArgumentException(
                    "no message for " + notice.getClass().getSimpleName());
        }
        return (String.join("\r", segments) + "\r").getBytes(receiver.charset());
    }

    private String type(HisNotice notice) {
        String[] type = notice instanceof HisNotice.ConsentMoved moved
                ? new String[] {"MDM", event(moved), "MDM_T02"}
                : new String[] {"ORU", "R01", "ORU_R01"};
        return type[0] + "^" + type[1] + (receiver.version().equals("2.3.1") ? "" : "^" + type[2]);
    }

    /** T02: a new document with its content; T04: its status changed. */
    private static String event(HisNotice.ConsentMoved moved) {
        return moved.documents().isEmpty() ? "T04" : "T02";
    }

    private void header(String controlId, HisNotice notice) {
        segment(
                "MSH",
                S.encoding(),
                OWN,
                OWN,
                text(receiver.application()),
                text(receiver.facility()),
                ZONED.format(ZonedDateTime.now(clock)),
                "",
                type(notice),
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

    /** TXA-2 is the hospital's own type; TXA-17 legally authenticated; TXA-19 obsolete once it is taken back. */
    private void consent(HisNotice.ConsentMoved moved) {
        ConsentForm form = moved.consent().form();
        String[] document = new String[19];
        Arrays.fill(document, "");
        document[0] = "1";
        document[1] = "CONSENT";
        document[2] = "AP";
        document[3] = TIME.format(form.preparedAt());
        document[11] = text(form.number()) + "^" + OWN;
        document[15] = text(form.number()) + ".pdf";
        document[16] = "LA";
        document[18] = moved.documents().isEmpty() ? "OB" : "AV";
        segment("TXA", document);
        for (HisNotice.Document part : moved.documents()) {
            boolean isForm = part.code().equals("FORM");
            fact(
                    "ED",
                    own(part.code(), isForm ? "知情同意书" : "签字原件扫描"),
                    OWN + "^AP^" + text(subtype(part.mediaType())) + "^Base64^"
                            + Base64.getEncoder().encodeToString(part.content()),
                    "");
            fact("ST", own(part.code() + "_SHA256", isForm ? "知情同意书摘要" : "扫描件摘要"), part.sha256(), "");
        }
        fact(
                "CE",
                own("consent_state", "同意状态"),
                own(moved.consent().state().name(), moved.consent().state().chinese()),
                "");
        fact("CE", own("item", "项目"), own(text(form.item().code()), form.item().name()), "");
        fact(
                "NM",
                own("quantity", "数量"),
                form.quantity().stripTrailingZeros().toPlainString(),
                text(form.item().unit()));
        fact("ST", own("form_sha256", "同意书内容摘要"), form.sha256(), "");
    }

    /** Table 0291: the subtype of the media type, such as PDF. */
    private static String subtype(String mediaType) {
        return mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(Locale.ROOT);
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
