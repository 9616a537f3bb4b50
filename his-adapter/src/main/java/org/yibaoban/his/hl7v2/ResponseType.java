package org.yibaoban.his.hl7v2;

import java.util.Map;
import java.util.Optional;

/** MSH-9 of the answers to orders, which have response messages of their own. */
final class ResponseType {

    private static final Map<String, String[]> OF_ORDERS = Map.of(
            "ORM O01", new String[] {"ORR", "O02"},
            "OMP O09", new String[] {"ORP", "O10"},
            "OMG O19", new String[] {"ORG", "O20"},
            "RDE O11", new String[] {"RRE", "O12"},
            "RDE O25", new String[] {"RRE", "O26"},
            "RDS O13", new String[] {"RRD", "O14"});

    private ResponseType() {}

    /** Such as {@code ORR^O02^ORR_O02}, without the structure before 2.3.1; empty where it is answered ACK. */
    static Optional<String> toOrder(Envelope envelope, Hl7Version version) {
        String component = String.valueOf(envelope.separators().component());
        return Optional.ofNullable(OF_ORDERS.get(envelope.type() + " " + envelope.event()))
                .map(response -> response[0]
                        + component
                        + response[1]
                        + (version.isBefore(Hl7Version.V2_3_1) ? "" : component + response[0] + "_" + response[1]));
    }
}
