package org.yibaoban.portal.his;

import java.time.LocalDate;
import org.yibaoban.portal.server.OfficeDatabase;

/** Settled stays whose settlement both books are made to have on a day of a test's own. */
public final class PastStay {

    private PastStay() {}

    /** @return the claim's identifier */
    public static String settled(LocalDate day) throws Exception {
        return moved(SettledStay.of(Person.retired()), day);
    }

    /** Settled and taken back on that day. */
    public static String reversed(LocalDate day) throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        SettledStay.reverse(stay);
        return reversed(stay, day);
    }

    /** The same of a stay whose settlement was taken back already. */
    public static String reversed(HisStay stay, LocalDate day) throws Exception {
        String claim = moved(stay, day);
        OfficeDatabase.execute(
                "update claim_decision set closed_at = ?::timestamptz where claim_id in"
                        + " (select id from claim where identifier = ?)",
                noon(day),
                claim);
        OfficeDatabase.execute(
                "update payer_sandbox.reversal set received_at = ?::timestamptz where claim_identifier = ?",
                noon(day),
                claim);
        return claim;
    }

    /** Of a stay that is settled already. */
    public static String moved(HisStay stay, LocalDate day) throws Exception {
        String claim = OfficeDatabase.value(
                "select c.identifier from claim c join visit v on v.id = c.visit_id where v.number = ?", stay.visit());
        OfficeDatabase.execute("update claim set answered_at = ?::timestamptz where identifier = ?", noon(day), claim);
        OfficeDatabase.execute(
                "update payer_sandbox.claim set received_at = ?::timestamptz where identifier = ?", noon(day), claim);
        return claim;
    }

    public static String noon(LocalDate day) {
        return day + " 12:00:00+08";
    }
}
