package org.yibaoban.launcher.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The HIS's messages: admissions, and charges of a given number of lines. Each run's ids are new.
 *
 * @param run told in every id
 * @param visits among which the charges are spread
 * @param lines of a charge message
 */
record Traffic(String run, int visits, int lines) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    /** A patient's charges come from where the patient lies: departments have sums of their own. */
    private static final String[] DEPARTMENTS = {"0301", "0302", "0303", "0304", "0307", "0401", "0403", "0404", "0500"
    };

    private static final String[] ITEMS = {"CT0001", "NUR000", "MRI001", "STN001", "BED002"};

    byte[] admission(int visit) {
        return message("ADT^A01^ADT_A01", "A" + visit, "EVN|A01|" + now() + "\r" + pid(visit) + pv1(visit));
    }

    byte[] charges(int number) {
        int visit = number % visits;
        StringBuilder text = new StringBuilder("EVN|P03|" + now() + "\r" + pid(visit) + pv1(visit));
        for (int line = 1; line <= lines; line++) {
            text.append("FT1|" + line + "|" + run + "-" + number + "-" + line + "||" + now() + "|" + now() + "|CG|"
                    + ITEMS[line % ITEMS.length] + "^项目|||2|25.00|12.50|" + department(visit)
                    + "||||||||D990000000013||ORD" + number
                    + "\r");
        }
        return message("DFT^P03^DFT_P03", "C" + number, text.toString());
    }

    private byte[] message(String type, String id, String segments) {
        return ("MSH|^~\\&|BENCH|990000|YIBAOBAN|990000|" + now() + "||" + type + "|" + run + "-" + id
                        + "|P|2.5.1||||||UNICODE UTF-8\r" + segments)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String pid(int visit) {
        return "PID|1||P" + run + visit + "^^^HIS^MR||张^三||19700101|1\r";
    }

    private String pv1(int visit) {
        return "PV1|1|I|W" + department(visit) + "A^301^" + visit + "||||D990000000013|||" + department(visit)
                + "|||||||||" + run + visit + "|".repeat(25) + now() + "\r";
    }

    private static String department(int visit) {
        return DEPARTMENTS[visit % DEPARTMENTS.length];
    }

    private static String now() {
        return LocalDateTime.now().format(TIME);
    }
}
