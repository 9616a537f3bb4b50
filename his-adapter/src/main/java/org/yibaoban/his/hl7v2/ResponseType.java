package org.yibaoban.his.hl7v2;

import java.util.Map;

/** MSH-9 of an answer: orders have response messages of their own, everything else is answered ACK. */
final class ResponseType {

    private static final Map<String, String[]> OF_ORDERS = Map.of(
            "ORM O01", new String[] {"ORR", "O02"},
            "OMP O09", new String[] {"ORP", "O10"},
            "OMG O19", new String[] {"ORG", "O20"},
            "RDE O11", new String[] {"RRE", "O12"},
            "RDE O25", new String[] {"RRE", "O26"},
            "RDS O13", new String[] {"RRD", "O14"});

    private ResponseType() {}

    /** Such as {@code ACK^A01^ACK} or {@code ORR^O02^ORR_O02}. */
    static String of(Envelope envelope) {
        String component = String.valueOf(envelope.separators().component());
        String event = envelope.event();
        String[] order = OF_ORDERS.get(envelope.type() + " " + event);
        if (order != null) {
            return order[0] + component + order[1] + component + order[0] + "_" + order[1];
        }
        return "ACK" + (event.isEmpty() ? "" : component + event + component + "ACK");
    }
}
