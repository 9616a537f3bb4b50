package org.yibaoban.his.hl7v2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;

/** Who a message is about: PID. No value of it is ever quoted in a fault. */
final class PatientMapping {

    private static final int IDENTIFIERS = 3;
    private static final int NAME = 5;
    private static final int BIRTH = 7;
    private static final int SEX = 8;
    private static final int SSN = 19;
    private static final int MAX_NAME_PART = 99;
    private static final int MAX_IDENTITY = 64;

    /** Types of a citizen's identity number: table 0203, the v2 Chinese localisation, and what Winning sends. */
    private static final Set<String> IDENTITY_TYPES = Set.of("NI", "NNCHN", "SFZH", "SFZ");

    private static final List<String> PATIENT_TYPES = List.of("MR", "PI");

    private PatientMapping() {}

    static PatientDetails details(Hl7Segment pid) {
        return new PatientDetails(number(pid), identityNumber(pid), name(pid), sex(pid), Hl7Time.day(pid, BIRTH));
    }

    /** The repetition typed MR, else PI, else the first that is no identity number. */
    static PatientNumber number(Hl7Segment pid) {
        String number = PATIENT_TYPES.stream()
                .flatMap(type -> typed(pid, Set.of(type)).stream())
                .findFirst()
                .or(() -> pid.repetitionsOf(IDENTIFIERS).stream()
                        .filter(i -> !IDENTITY_TYPES.contains(type(pid, i)))
                        .map(i -> pid.text(IDENTIFIERS, i, 1, 1))
                        .filter(id -> !id.isEmpty())
                        .findFirst())
                .orElseThrow(() -> MessageFault.missing(pid.at(IDENTIFIERS), "患者编号", "the patient number"));
        try {
            return new PatientNumber(number);
        } catch (IllegalArgumentException tooLong) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG, pid.at(IDENTIFIERS), "患者编号过长", "the patient number is too long");
        }
    }

    private static Optional<String> identityNumber(Hl7Segment pid) {
        Optional<String> number = typed(pid, IDENTITY_TYPES).or(() -> pid.optional(SSN));
        if (number.filter(id -> id.length() > MAX_IDENTITY).isPresent()) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG, pid.at(IDENTIFIERS), "证件号码过长", "the identity number is too long");
        }
        return number.map(id -> id.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> typed(Hl7Segment pid, Set<String> types) {
        return pid.repetitionsOf(IDENTIFIERS).stream()
                .filter(i -> types.contains(type(pid, i)))
                .map(i -> pid.text(IDENTIFIERS, i, 1, 1))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /** CX.5, or the second part of CX.4 where Winning puts it. */
    private static String type(Hl7Segment pid, int repetition) {
        String type = pid.text(IDENTIFIERS, repetition, 5, 1);
        return (type.isEmpty() ? pid.text(IDENTIFIERS, repetition, 4, 2) : type).toUpperCase(Locale.ROOT);
    }

    /** Family and given name, joined without a blank where they are Chinese. */
    private static String name(Hl7Segment pid) {
        String family = pid.limited(NAME, 1, MAX_NAME_PART);
        String given = pid.limited(NAME, 2, MAX_NAME_PART);
        if (family.isEmpty() && given.isEmpty()) {
            throw MessageFault.missing(pid.at(NAME), "姓名", "the name");
        }
        boolean chinese = (family + given)
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return chinese ? family + given : (family + " " + given).strip();
    }

    private static Sex sex(Hl7Segment pid) {
        return switch (pid.text(SEX).toUpperCase(Locale.ROOT)) {
            case "M", "1", "男", "男性" -> Sex.MALE;
            case "F", "2", "女", "女性" -> Sex.FEMALE;
            case "", "U", "0", "未知" -> Sex.UNKNOWN;
            case "A", "O", "N", "X", "9", "未说明" -> Sex.NOT_STATED;
            default ->
                throw MessageFault.error(
                        ErrorCode.TABLE_VALUE,
                        pid.at(SEX),
                        "性别代码不在值域内（M、F、男、女、1、2、U）",
                        "not a known sex (M, F, 男, 女, 1, 2, U)");
        };
    }
}
