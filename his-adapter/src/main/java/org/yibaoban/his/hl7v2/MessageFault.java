package org.yibaoban.his.hl7v2;

import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.HisInbox.Verdict;

/** Why a message is not accepted, in both languages, without personal data. */
final class MessageFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;
    private final ErrorCode code;
    private final transient Optional<FieldPath> where;
    private final String officeCode;
    private final String chinese;

    private MessageFault(
            Verdict verdict,
            ErrorCode code,
            Optional<FieldPath> where,
            String officeCode,
            String chinese,
            String english) {
        super(english);
        this.verdict = verdict;
        this.code = code;
        this.where = where;
        this.officeCode = officeCode;
        this.chinese = chinese;
    }

    /** The content is wrong (AE). */
    static MessageFault error(ErrorCode code, FieldPath where, String chinese, String english) {
        return new MessageFault(
                Verdict.ERROR, code, Optional.of(where), "", where + " " + chinese, where + ": " + english);
    }

    /** The content is wrong (AE) as a whole. */
    static MessageFault error(ErrorCode code, String chinese, String english) {
        return new MessageFault(Verdict.ERROR, code, Optional.empty(), "", chinese, english);
    }

    /** Not handled here (AR). */
    static MessageFault rejected(ErrorCode code, FieldPath where, String chinese, String english) {
        return new MessageFault(
                Verdict.REJECTED, code, Optional.of(where), "", where + " " + chinese, where + ": " + english);
    }

    /** Not handled here (AR), or the system failed. */
    static MessageFault rejected(ErrorCode code, String chinese, String english) {
        return new MessageFault(Verdict.REJECTED, code, Optional.empty(), "", chinese, english);
    }

    static MessageFault missing(FieldPath where, String chinese, String english) {
        return error(ErrorCode.REQUIRED_FIELD_MISSING, where, "缺少" + chinese, english + " is missing");
    }

    static MessageFault missingSegment(String segment) {
        return error(
                ErrorCode.SEGMENT_SEQUENCE,
                new FieldPath(segment, 1, Optional.empty(), 0, 0),
                "缺少该段",
                "the segment is missing");
    }

    /** The office understood the message and refused it (AE). */
    static MessageFault of(OfficeRefused refused) {
        String chinese = refused.reason().code() + " " + refused.reason().chinese() + "（" + refused.subject() + "）";
        return new MessageFault(
                Verdict.ERROR,
                codeFor(refused),
                Optional.empty(),
                refused.reason().code(),
                chinese,
                refused.getMessage());
    }

    /** The system failed (AR): the same message may be sent again. */
    static MessageFault internal() {
        return rejected(ErrorCode.INTERNAL, "系统内部错误，请稍后重发同一消息", "internal error, send the same message again later");
    }

    private static ErrorCode codeFor(OfficeRefused refused) {
        return switch (refused.reason()) {
            case VISIT_UNKNOWN, PATIENT_MISMATCH, VISIT_REOPENED_AS_OTHER, PATIENT_NUMBER_GIVEN_UP ->
                ErrorCode.UNKNOWN_KEY;
            case CHARGE_CHANGED, MERGE_CONTRADICTS, VISIT_NUMBER_TAKEN -> ErrorCode.DUPLICATE_KEY;
            case VISIT_CANCELLED, VISIT_SETTLED, CLAIM_OPEN -> ErrorCode.RECORD_LOCKED;
            default -> ErrorCode.INTERNAL;
        };
    }

    Verdict verdict() {
        return verdict;
    }

    ErrorCode code() {
        return code;
    }

    Optional<FieldPath> where() {
        return where;
    }

    /** The office's own reason code, blank where the fault is in the message itself. */
    String officeCode() {
        return officeCode;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return getMessage();
    }
}
