package org.yibaoban.quota.indicator;

import java.time.LocalDate;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;

/**
 * Charges of one visit that count alike.
 *
 * @param day of service; a reversal counts on its own day
 * @param department that ordered
 * @param doctor who ordered, blank where the HIS did not say
 * @param largeEquipment of items marked large equipment
 * @param amount net of reversals, in yuan
 */
public record ChargeCell(
        LocalDate day,
        String department,
        String doctor,
        ChargeType type,
        ItemClass itemClass,
        boolean largeEquipment,
        Money amount,
        long lines) {

    /** The same of nothing: equal for cells that count alike. */
    public ChargeCell kind() {
        return new ChargeCell(day, department, doctor, type, itemClass, largeEquipment, Money.ZERO, 0);
    }

    /** With another one that counts alike. */
    public ChargeCell plus(ChargeCell other) {
        return new ChargeCell(
                day,
                department,
                doctor,
                type,
                itemClass,
                largeEquipment,
                amount.plus(other.amount),
                lines + other.lines);
    }

    /** What it adds. */
    public Tally tally(boolean inpatient) {
        Tally tally = Tally.of(Measure.CHARGES, amount).plus(Measure.LINES, lines);
        if (itemClass == ItemClass.C) {
            tally = tally.plus(Measure.SELF_PAID, amount);
        }
        if (type == ChargeType.DRUG || type == ChargeType.HERB) {
            tally = tally.plus(Measure.DRUGS, amount);
        }
        if (type == ChargeType.CONSUMABLE) {
            tally = tally.plus(Measure.CONSUMABLES, amount);
        }
        if (largeEquipment) {
            tally = tally.plus(Measure.LARGE_EQUIPMENT, amount);
        }
        return inpatient ? tally : tally.plus(Measure.OUTPATIENT_CHARGES, amount);
    }

    /** Ward and payer are those of the visit; department and doctor those that ordered. */
    public Place place(Place visits) {
        return new Place(department, visits.ward(), doctor, visits.payer());
    }
}
