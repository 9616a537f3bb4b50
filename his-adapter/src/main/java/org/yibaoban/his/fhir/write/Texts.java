package org.yibaoban.his.fhir.write;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.his.fhir.FhirFault;

/** Values out of elements, each with the refusal of what the store could not hold. No value is quoted in a refusal. */
final class Texts {

    /** Codes of wards, beds, departments, doctors and diagnoses. */
    static final int CODE = 40;

    static final int REFERENCE = 60;
    static final int TRANSACTION = 200;
    static final int NAME = 200;

    private Texts() {}

    static String limited(String path, String text, int length) {
        if (text.length() > length) {
            throw FhirFault.element(path, "超过 " + length + " 个字符", "longer than " + length + " characters");
        }
        return text;
    }

    /** The one value of a system; a system may come once. */
    static Optional<String> identifier(String path, List<Identifier> identifiers, String system, int length) {
        List<String> values = identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()) && identifier.hasValue())
                .map(identifier -> identifier.getValue().strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (values.size() > 1) {
            throw FhirFault.element(path, "同一 system 的标识多于一个", "more than one identifier of " + system);
        }
        return values.stream().findFirst().map(value -> limited(path, value, length));
    }

    static String requiredIdentifier(String path, List<Identifier> identifiers, String system, int length) {
        return identifier(path, identifiers, system, length)
                .orElseThrow(() -> FhirFault.missing(path, "标识（system " + system + "）", "an identifier of " + system));
    }

    /** A logical reference's value of a system. */
    static Optional<String> logical(String path, Reference reference, String system, int length) {
        return reference == null || !reference.hasIdentifier()
                ? Optional.empty()
                : identifier(path, List.of(reference.getIdentifier()), system, length);
    }

    static Optional<String> code(String path, CodeableConcept concept, Set<String> systems, int length) {
        return concept.getCoding().stream()
                .filter(coding -> systems.contains(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .findFirst()
                .map(code -> limited(path, code, length));
    }

    static LocalDateTime time(String path, BaseDateTimeType time, ZoneId zone) {
        if (time == null || !time.hasValue()) {
            throw FhirFault.missing(path, "时间", "a time");
        }
        try {
            return Elements.localTime(path, time, zone);
        } catch (MappingFault noOffset) {
            throw FhirFault.element(path, "应为带时区的日期时间", "a date and time with an offset is expected");
        }
    }

    static Optional<LocalDate> day(String path, DateType date) {
        if (date == null || !date.hasValue()) {
            return Optional.empty();
        }
        String text = date.getValueAsString();
        if (text.length() != 10) {
            throw FhirFault.element(path, "应精确到日", "a whole day is expected");
        }
        return Optional.of(LocalDate.parse(text));
    }

    static void places(String path, BigDecimal figure, int places) {
        if (figure.stripTrailingZeros().scale() > places) {
            throw FhirFault.element(path, "小数位数超过 " + places + " 位", "more than " + places + " decimal places");
        }
    }
}
