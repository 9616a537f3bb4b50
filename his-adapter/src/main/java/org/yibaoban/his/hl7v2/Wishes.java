package org.yibaoban.his.hl7v2;

import java.util.Locale;

/**
 * Which acknowledgements the sender of a message wants. With neither MSH-15 nor MSH-16 valued the original mode holds:
 * one application acknowledgement, always. With either, the enhanced mode, in which a blank one means never.
 *
 * @param accept of the accept acknowledgement (CA, CE, CR), MSH-15
 * @param application of the application acknowledgement (AA, AE, AR), MSH-16
 */
record Wishes(Wish accept, Wish application) {

    /** HL7 table 0155. */
    enum Wish {
        AL(true, true),
        NE(false, false),
        ER(false, true),
        SU(true, false);

        private final boolean successes;
        private final boolean refusals;

        Wish(boolean successes, boolean refusals) {
            this.successes = successes;
            this.refusals = refusals;
        }

        boolean wants(boolean success) {
            return success ? successes : refusals;
        }
    }

    private static final Wishes ORIGINAL_MODE = new Wishes(Wish.NE, Wish.AL);

    /** A value outside the table counts as blank: a sender whose fields are shifted has asked for nothing. */
    static Wishes of(Envelope envelope) {
        String accept = valued(envelope.component(15, 1));
        String application = valued(envelope.component(16, 1));
        if (accept.isEmpty() && application.isEmpty()) {
            return ORIGINAL_MODE;
        }
        return new Wishes(wish(accept), wish(application));
    }

    private static String valued(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (Wish wish : Wish.values()) {
            if (wish.name().equals(upper)) {
                return upper;
            }
        }
        return "";
    }

    private static Wish wish(String valued) {
        return valued.isEmpty() ? Wish.NE : Wish.valueOf(valued);
    }
}
