package org.yibaoban.fhir.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.yibaoban.fhir.profile.Canonical;

/** The data types that all mappings write and read: money in CNY, codes, times with an offset, references by number. */
public final class Elements {
    private static final String CNY = "CNY";

    private Elements() {}

    public static Money money(org.yibaoban.money.Money amount) {
        return exactMoney(amount.yuan());
    }

    /** Keeps the places as given, at least two. */
    public static Money exactMoney(BigDecimal yuan) {
        return new Money()
                .setValue(yuan.scale() < 2 ? yuan.setScale(2, RoundingMode.UNNECESSARY) : yuan)
                .setCurrency(CNY);
    }

    /** @throws MappingFault without a value, in another currency, or finer than a fen */
    public static org.yibaoban.money.Money amount(String element, Money money) {
        try {
            return new org.yibaoban.money.Money(exactAmount(element, money));
        } catch (ArithmeticException finerThanFen) {
            throw new MappingFault(
                    element, "finer than a fen: " + money.getValue().toPlainString());
        }
    }

    /** @throws MappingFault without a value or in another currency */
    public static BigDecimal exactAmount(String element, Money money) {
        if (money == null || !money.hasValue()) {
            throw new MappingFault(element, "an amount is missing");
        }
        if (!CNY.equals(money.getCurrency())) {
            throw new MappingFault(element, "currency CNY expected, got " + money.getCurrency());
        }
        return money.getValue();
    }

    /** Plain digits without an exponent, so that the bytes are the same whoever computed the number. */
    public static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
    }

    public static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }

    public static Optional<String> code(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    static String requiredCode(String element, CodeableConcept concept, String system) {
        return code(concept, system).orElseThrow(() -> new MappingFault(element, "no code of " + system));
    }

    public static Reference logical(String type, String system, String value) {
        return new Reference().setType(type).setIdentifier(identifier(system, value));
    }

    public static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }

    static String requiredIdentifier(String element, List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElseThrow(() -> new MappingFault(element, "no identifier of " + system));
    }

    public static Extension extension(String name, Type value) {
        return new Extension(Canonical.structure(name), value);
    }

    /** @throws MappingFault when the extension stands there with another type of value */
    public static <T extends Type> Optional<T> extension(
            String path, List<Extension> extensions, String name, Class<T> type) {
        String url = Canonical.structure(name);
        return extensions.stream()
                .filter(e -> url.equals(e.getUrl()))
                .findFirst()
                .map(found -> {
                    if (!type.isInstance(found.getValue())) {
                        throw new MappingFault(path, "extension " + name + " has no " + type.getSimpleName());
                    }
                    return type.cast(found.getValue());
                });
    }

    static <T> T required(String element, Optional<T> value) {
        return value.orElseThrow(() -> new MappingFault(element, "is missing"));
    }

    public static DateTimeType dateTime(LocalDateTime time, ZoneId zone) {
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(zone)));
    }

    /** @throws MappingFault without a value or without a time of day */
    public static LocalDateTime localTime(String element, BaseDateTimeType time, ZoneId zone) {
        if (time == null || !time.hasValue()) {
            throw new MappingFault(element, "is missing");
        }
        try {
            return OffsetDateTime.parse(time.getValueAsString())
                    .atZoneSameInstant(zone)
                    .toLocalDateTime();
        } catch (DateTimeException e) {
            throw new MappingFault(element, "a time with an offset is expected, got " + time.getValueAsString());
        }
    }

    /** The one contained resource of a type. */
    static <T extends Resource> T contained(String element, List<Resource> contained, Class<T> type) {
        List<T> found =
                contained.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new MappingFault(element, "one contained " + type.getSimpleName() + " expected, got " + found.size());
        }
        return found.get(0);
    }
}
