package org.yibaoban.launcher.day;

/** What becomes of a stay on this day. */
enum Fate {
    STAYS,
    DISCHARGED,
    /** Discharged by mistake (A13), charged further, discharged again. */
    DISCHARGED_TWICE,
    /** Discharged by mistake (A13) and stays. */
    REOPENED,
    /** Admitted by mistake (A11). */
    CANCELLED,
    /** The payer does not know the person: discharged and settled as self-paying. */
    UNKNOWN_TO_PAYER,
    /** Admitted with a mistyped identity number, which an A08 mends. */
    MISTYPED_IDENTITY,
    WITHOUT_IDENTITY,
    /** Has a charge without a national code and one that the catalogue does not know. */
    UNMAPPED_ITEMS,
    /** A credit comes in before the charge that it takes back. */
    CREDIT_FIRST;

    private static final Fate[] SPECIAL = {
        UNKNOWN_TO_PAYER, CANCELLED, REOPENED, MISTYPED_IDENTITY, WITHOUT_IDENTITY, UNMAPPED_ITEMS, CREDIT_FIRST
    };
    private static final int DISCHARGES = 22;

    static Fate of(int stay) {
        if (stay == 3) {
            return DISCHARGED_TWICE;
        }
        if (stay < DISCHARGES) {
            return DISCHARGED;
        }
        return stay < DISCHARGES + SPECIAL.length ? SPECIAL[stay - DISCHARGES] : STAYS;
    }

    /** Whether the stay is over at the end of the day, so that its bill is settled. */
    boolean settles() {
        return this == DISCHARGED || this == DISCHARGED_TWICE || this == UNKNOWN_TO_PAYER;
    }

    /** The visit's status at the end of the day, as the office's API words it. */
    String finalStatus() {
        if (this == CANCELLED) {
            return "CANCELLED";
        }
        return settles() ? "DISCHARGED" : "ADMITTED";
    }
}
