package org.yibaoban.his.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Hand-made messages of a made-up hospital; identity numbers are on the unassigned prefix 990000. */
final class Messages {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T01:30:00Z"), ZoneId.of("Asia/Shanghai"));
    static final String IDENTITY =
            "99000019800101001" + org.yibaoban.membership.IdentityNumber.check("99000019800101001");

    private Messages() {}

    static String header(String type, String controlId) {
        return header(type, controlId, "2.5.1", "");
    }

    static String header(String type, String controlId, String version, String charset) {
        return "MSH|^~\\&|HIS|YB01|YBB|OFFICE|20261122083000||" + type + "|" + controlId + "|P|" + version + "||||||"
                + charset;
    }

    static String pid(String name) {
        return "PID|1||P001^^^HIS^MR~" + IDENTITY + "^^^MPS^NNCHN||" + name + "||19800101|男";
    }

    static String pv1(String visit) {
        return "PV1|1|I|W03^301^12||||D007^李医生|||NEURO|||||||||" + visit + "|" + "|".repeat(24) + "20261122080000";
    }

    static String admit(String controlId, String visit) {
        return message(
                header("ADT^A01^ADT_A01", controlId),
                "EVN|A01|20261122083000",
                pid("张^三"),
                pv1(visit),
                "DG1|1||I63.900^脑梗死");
    }

    static String event(String event, String controlId, String visit) {
        return message(header("ADT^" + event, controlId), "EVN|" + event + "|20261123093000", pid("张^三"), pv1(visit));
    }

    static String charges(String controlId, String visit, String... ft1) {
        return message(
                header("DFT^P03^DFT_P03", controlId), "EVN|P03|20261122090000", pid("张^三"), pv1(visit), message(ft1));
    }

    /** One FT1: id, type, quantity, amount, unit price, reversed id. */
    static String ft1(int set, String id, String type, String quantity, String amount, String price, String reverses) {
        return "FT1|" + set + "|" + id + "||20261122090000||" + type + "|XY0001^阿司匹林肠溶片|||" + quantity + "|" + amount
                + "|" + price + "|NEURO|||||||D008|D009||ORD1||||||||" + reverses;
    }

    static String message(String... segments) {
        return String.join("\r", segments) + "\r";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
