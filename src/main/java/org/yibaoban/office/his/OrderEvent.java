package org.yibaoban.office.his;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.visit.OrderStatus;

/**
 * What a HIS says of one order; blank where it does not say.
 *
 * @param placer the number of the ordering system; blank only where {@code filler} is not
 * @param filler the number of the executing system
 * @param quantity what is dispensed and charged, never a dose
 */
public record OrderEvent(
        Action action,
        String placer,
        String filler,
        String group,
        String itemCode,
        String itemName,
        Optional<BigDecimal> quantity,
        String unit,
        String department,
        String doctor,
        LocalDateTime orderedAt) {

    /** HL7 table 0119 by what it does to an order. */
    public enum Action {
        NEW,
        CHANGE,
        REPLACEMENT,
        REFILL,
        ACCEPTED,
        /** Only numbers are told. */
        NUMBER,
        /** Told for its own sake: a status, a request that was not granted, an observation. */
        NOTE,
        RELEASE,
        HOLD,
        CANCEL,
        DISCONTINUE,
        REPLACED,
        UNABLE,
        /** A charge without an order. */
        CHARGE;

        /** The status of an order after this; one that is ended stays as it is. */
        public OrderStatus after(OrderStatus current) {
            if (current.isEnded()) {
                return current;
            }
            return switch (this) {
                case RELEASE, REFILL -> OrderStatus.ACTIVE;
                case HOLD -> OrderStatus.HELD;
                case CANCEL -> OrderStatus.CANCELLED;
                case DISCONTINUE -> OrderStatus.DISCONTINUED;
                case REPLACED -> OrderStatus.REPLACED;
                case UNABLE -> OrderStatus.UNABLE;
                case NEW, CHANGE, REPLACEMENT, ACCEPTED, NUMBER, NOTE, CHARGE -> current;
            };
        }
    }
}
