package org.yibaoban.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one person prepares and another one approves. */
public enum TwoPersons {
    REVERSAL,
    ACCEPTANCE,
    OVERRULE,
    CATALOGUE_RELEASE,
    DIFFERENCE_CLOSING,
    REVIEW_PUBLICATION,
    RECEIPT_VOID,
    DAY_CLOSING,
    PAYMENT_RECEIPT;

    /** As it is written in the configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TwoPersons> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
