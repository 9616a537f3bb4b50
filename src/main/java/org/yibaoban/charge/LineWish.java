package org.yibaoban.charge;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;

/**
 * Which of a stay's lines are wanted; empty means any.
 *
 * @param day of service
 * @param text part of the item's name, its code in the hospital or its national code; blank for all
 */
public record LineWish(Optional<LocalDate> day, Optional<ChargeType> kind, Optional<ItemClass> itemClass, String text) {

    public static final LineWish ALL = new LineWish(Optional.empty(), Optional.empty(), Optional.empty(), "");

    public LineWish {
        text = text == null ? "" : text.strip();
    }

    public static LineWish of(LocalDate day) {
        return new LineWish(Optional.of(day), Optional.empty(), Optional.empty(), "");
    }
}
