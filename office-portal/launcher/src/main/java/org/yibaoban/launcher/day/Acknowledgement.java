package org.yibaoban.launcher.day;

import java.io.IOException;

/**
 * What the office answered to a message.
 *
 * @param code MSA-1: AA, AE or AR
 * @param reason the ERR segment's text, blank when there is none
 */
record Acknowledgement(String code, String reason) {

    /** @throws IOException when this is no answer to that message: the connection cannot be trusted any more */
    static Acknowledgement read(String text, String controlId) throws IOException {
        String code = "";
        String answered = "";
        StringBuilder reason = new StringBuilder();
        for (String segment : text.split("[\r\n]+")) {
            String[] fields = segment.split("\\|", -1);
            if (fields[0].equals("MSA") && fields.length > 2) {
                code = fields[1];
                answered = fields[2];
            } else if (fields[0].equals("ERR")) {
                reason.append(reason.length() == 0 ? "" : "; ")
                        .append(segment.substring(3).replaceAll("\\|+", " ").strip());
            }
        }
        if (!answered.equals(controlId) || code.isEmpty()) {
            throw new IOException("the answer is not for " + controlId);
        }
        return new Acknowledgement(code, reason.toString());
    }

    boolean isAccepted() {
        return code.equals("AA");
    }

    /** The office could not work on it; the same message may be sent again later (facts of HL7 chapter 2). */
    boolean isForLater() {
        return code.equals("AR");
    }
}
