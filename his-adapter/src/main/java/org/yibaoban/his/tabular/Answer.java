package org.yibaoban.his.tabular;

import java.nio.charset.StandardCharsets;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.Outcome;

/** What became of a message, as it is stored with it: so that the same rows, told again after a crash, get the same answer. */
record Answer(Verdict verdict, String chinese, String english, String incident) {

    enum Verdict {
        APPLIED,
        WAITING,
        REFUSED
    }

    static Answer of(Outcome outcome) {
        return new Answer(outcome instanceof Outcome.Waiting ? Verdict.WAITING : Verdict.APPLIED, "", "", "");
    }

    static Answer refused(OfficeRefused refused, String incident) {
        return new Answer(
                Verdict.REFUSED,
                refused.reason().code() + " " + refused.reason().chinese(),
                refused.getMessage(),
                incident);
    }

    /** Whether the visit was refused (YB-1nnn) and not one of its charges: then no part of the batch can be taken. */
    boolean isOfVisit() {
        return chinese.startsWith("YB-1");
    }

    byte[] bytes() {
        return String.join("\n", verdict.name(), chinese, english.replace('\n', ' '), incident)
                .getBytes(StandardCharsets.UTF_8);
    }

    static Answer of(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        return new Answer(Verdict.valueOf(lines[0]), lines[1], lines[2], lines[3]);
    }
}
