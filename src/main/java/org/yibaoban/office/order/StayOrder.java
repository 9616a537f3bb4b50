package org.yibaoban.office.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * An order of one item in a stay, as a ward sees it. Texts are blank where the HIS did not say.
 *
 * @param number the placer's, else the filler's
 * @param quantity what is dispensed
 * @param changedAt when it was last changed, the hospital's time
 * @param charged in yuan, net of what was taken back
 * @param advice what the doctors were told when they selected or signed it, newest first
 */
public record StayOrder(
        String number,
        String group,
        String itemCode,
        String itemName,
        Optional<BigDecimal> quantity,
        String unit,
        String department,
        String doctor,
        LocalDateTime orderedAt,
        State state,
        Optional<LocalDateTime> changedAt,
        Money charged,
        List<Advice> advice) {

    /** Where an order stands; those that go on are new or changed. */
    public enum State {
        NEW,
        CHANGED,
        HELD,
        UNABLE,
        CANCELLED,
        DISCONTINUED,
        REPLACED;

        public boolean isEnded() {
            return ordinal() >= UNABLE.ordinal();
        }
    }

    public boolean isCharged() {
        return !charged.equals(Money.ZERO);
    }

    /**
     * A card that was shown on the item.
     *
     * @param user as the HIS names the user
     * @param reaction what the user did with it, nothing where the HIS did not tell
     */
    public record Advice(Instant at, String user, Optional<Reaction> reaction) {}

    /**
     * @param accepted whether a suggestion was taken; else the user went on in spite of the card
     * @param acceptedItems item codes that were taken instead
     * @param reason why the user went on, as the HIS told it: one of {@link OverrideReason} or a code of its own
     * @param comment the user's own words
     */
    public record Reaction(
            boolean accepted, List<String> acceptedItems, Optional<String> reason, Optional<String> comment) {}
}
