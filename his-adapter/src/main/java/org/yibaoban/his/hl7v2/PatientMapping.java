package org.yibaoban.his.hl7v2;

import java.util.Locale;
import java.util.Optional;
import org.yibaoban.his.dialect.CodeTable;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;

/** Who a message is about: PID. No value of it is ever quoted in a fault. */
final class PatientMapping {

    private static final int MAX_NAME_PART = 99;
    private static final int MAX_IDENTITY = 64;

    private PatientMapping() {}

    static PatientDetails details(Reading reading) {
        reading.message().required("PID");
        return new PatientDetails(
                number(reading, Fact.PATIENT),
                identityNumber(reading),
                name(reading),
                sex(reading),
                reading.day(Fact.BIRTH));
    }

    /** The office's number of a patient, or the one that a merge gives up. */
    static PatientNumber number(Reading reading, Fact fact) {
        String number = reading.required(fact);
        try {
            return new PatientNumber(number);
        } catch (IllegalArgumentException tooLong) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG, reading.where(fact), "患者编号过长", "the patient number is too long");
        }
    }

    private static Optional<String> identityNumber(Reading reading) {
        Optional<String> number = reading.optional(Fact.IDENTITY);
        if (number.filter(id -> id.length() > MAX_IDENTITY).isPresent()) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG,
                    reading.where(Fact.IDENTITY),
                    "证件号码过长",
                    "the identity number is too long");
        }
        return number.map(id -> id.toUpperCase(Locale.ROOT));
    }

    /** Family and given name, joined without a blank where they are Chinese. */
    private static String name(Reading reading) {
        String family = reading.limited(Fact.FAMILY_NAME, MAX_NAME_PART);
        String given = reading.limited(Fact.GIVEN_NAME, MAX_NAME_PART);
        if (family.isEmpty() && given.isEmpty()) {
            throw reading.missing(Fact.FAMILY_NAME);
        }
        boolean chinese = (family + given)
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return chinese ? family + given : (family + " " + given).strip();
    }

    private static Sex sex(Reading reading) {
        return Sex.valueOf(
                reading.meaning(Fact.SEX, CodeTable.SEX).replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
