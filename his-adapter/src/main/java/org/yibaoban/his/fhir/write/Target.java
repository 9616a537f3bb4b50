package org.yibaoban.his.fhir.write;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.his.fhir.Ids;

/**
 * What a reference names here: a row by {@code Type/id}, or a number by an identifier or by {@code Type?identifier=}.
 */
record Target(Optional<Long> row, Optional<String> number) {

    static final Target NOTHING = new Target(Optional.empty(), Optional.empty());

    static Target of(Reference reference, String type, String system) {
        if (reference == null) {
            return NOTHING;
        }
        String text = Optional.ofNullable(reference.getReference()).orElse("");
        if (text.startsWith(type + "?")) {
            return new Target(Optional.empty(), conditionValue(text.substring(type.length() + 1), system));
        }
        IdType id = new IdType(text);
        if (type.equals(id.getResourceType())) {
            return new Target(Ids.row(id.getIdPart()), Optional.empty());
        }
        return new Target(
                Optional.empty(),
                Optional.of(reference.getIdentifier())
                        .filter(identifier -> system.equals(identifier.getSystem()) && identifier.hasValue())
                        .map(identifier -> identifier.getValue().strip()));
    }

    /** The value of the one condition that is understood: {@code identifier=system|value}. */
    static Optional<String> conditionValue(String condition, String system) {
        String decoded;
        try {
            decoded = URLDecoder.decode(condition.replaceFirst("^[^?=]*\\?", ""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
        String expected = "identifier=" + system + "|";
        return decoded.startsWith(expected) && decoded.length() > expected.length() && !decoded.contains("&")
                ? Optional.of(decoded.substring(expected.length()))
                : Optional.empty();
    }

    void note(Set<Long> rows, Set<String> numbers) {
        row.ifPresent(rows::add);
        number.ifPresent(numbers::add);
    }
}
