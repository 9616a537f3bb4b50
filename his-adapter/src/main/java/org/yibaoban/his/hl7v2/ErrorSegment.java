package org.yibaoban.his.hl7v2;

import java.util.Optional;

/**
 * Writes ERR in the form of the message's version: from 2.5 on with place, code, severity, the office's reason code,
 * incident id and text; before that ERR-1, place and code, the text then stands in MSA-3 alone.
 */
final class ErrorSegment {

    private static final String TABLE = "HL70357";

    private final Separators separators;
    private final Hl7Version version;

    ErrorSegment(Separators separators, Hl7Version version) {
        this.separators = separators;
        this.version = version;
    }

    /** @param text for a person, in the sender's charset */
    String of(MessageFault fault, String incidentId, String text) {
        String code = fault.code().code();
        String meaning = fault.code().meaning();
        if (version.isBefore(Hl7Version.V2_5)) {
            return old(fault, code, meaning);
        }
        String place = fault.where()
                .map(where -> where.errorLocation(separators.component()))
                .orElse("");
        return segment(place, coded(code, meaning), "E", fault.officeCode(), incidentId, text);
    }

    /** What goes with a success, for versions that have no text in MSA any more. */
    String information(String text) {
        return segment("", coded("0", "Message accepted"), "I", "", "", text);
    }

    private String segment(String place, String code, String severity, String reason, String incident, String text) {
        return String.join(
                        String.valueOf(separators.field()),
                        "ERR",
                        "",
                        place,
                        code,
                        severity,
                        separators.escape(reason),
                        "",
                        separators.escape(incident),
                        separators.escape(text))
                + "\r";
    }

    /** ERR-1 as segment, sequence, field and code, which is a coded element in subcomponents. */
    private String old(MessageFault fault, String code, String meaning) {
        String component = String.valueOf(separators.component());
        FieldPath where = fault.where().orElse(new FieldPath("", 0, Optional.empty(), 0, 0));
        return "ERR" + separators.field()
                + String.join(
                        component,
                        where.segment(),
                        number(where.sequence()),
                        number(where.field()),
                        String.join(String.valueOf(separators.subcomponent()), code, meaning, TABLE))
                + "\r";
    }

    private String coded(String code, String meaning) {
        return String.join(String.valueOf(separators.component()), code, meaning, TABLE);
    }

    private static String number(int n) {
        return n == 0 ? "" : String.valueOf(n);
    }
}
