package org.yibaoban.quota.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.money.Money;

/** Which figure of a stay an agreement holds against its limit. */
public enum Counts {
    /** All charges net of reversals: the price is for the whole case, the patient's part included. */
    CHARGES("总费用", "charges"),
    /** What the funds are asked for. */
    FUND("基金费用", "fund charges");

    private final String chinese;
    private final String english;

    Counts(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Empty while it is not known. */
    public Optional<Money> of(PaymentStay stay) {
        return this == CHARGES ? Optional.of(stay.charges()) : stay.fund();
    }

    /** The word used in agreement files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Counts> ofKey(String key) {
        return Arrays.stream(values())
                .filter(counts -> counts.key().equals(key))
                .findFirst();
    }
}
