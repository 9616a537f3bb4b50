package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * One version of an item that the hospital charges, mapped to the national catalogue.
 *
 * @param hospitalCode the HIS's own code (medins_list_codg)
 * @param nationalCode the national code (med_list_codg), absent while the item is not mapped
 * @param specification pack or specification as printed, may be blank
 * @param preSelfPayRate class B: the share that the patient pays first in this hospital; absent for A and C
 * @param priceLimit highest price per unit that the fund counts, in yuan; absent when there is none
 * @param price the hospital's price per unit, in yuan
 * @param restriction the payment restriction as printed (限…), absent when there is none
 * @param waived one of the kinds of item that a hospital waives under plans that know a waiver
 * @param from first day on which this version is in force
 * @param to last day on which it is in force, absent while it has no end
 * @param residentRate the first share of who is insured as a resident, where it differs
 */
public record CatalogueItem(
        String hospitalCode,
        Optional<String> nationalCode,
        String name,
        String specification,
        String unit,
        ChargeType chargeType,
        ItemClass itemClass,
        Optional<Rate> preSelfPayRate,
        Optional<Money> priceLimit,
        Money price,
        Optional<String> restriction,
        boolean waived,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<Rate> residentRate) {

    /** @throws IllegalArgumentException for a class B item without its share (spec/settlement.md, section 1) */
    public CatalogueItem {
        if (itemClass == ItemClass.B && preSelfPayRate.isEmpty()) {
            throw new IllegalArgumentException("item " + hospitalCode + ": class B without pre_self_pay_rate");
        }
    }

    /** With one first share for all insurances. */
    public CatalogueItem(
            String hospitalCode,
            Optional<String> nationalCode,
            String name,
            String specification,
            String unit,
            ChargeType chargeType,
            ItemClass itemClass,
            Optional<Rate> preSelfPayRate,
            Optional<Money> priceLimit,
            Money price,
            Optional<String> restriction,
            boolean waived,
            LocalDate from,
            Optional<LocalDate> to) {
        this(
                hospitalCode,
                nationalCode,
                name,
                specification,
                unit,
                chargeType,
                itemClass,
                preSelfPayRate,
                priceLimit,
                price,
                restriction,
                waived,
                from,
                to,
                Optional.empty());
    }

    /** The same with the first share of who is insured as a resident. */
    public CatalogueItem forResidents() {
        return residentRate.isEmpty()
                ? this
                : new CatalogueItem(
                        hospitalCode,
                        nationalCode,
                        name,
                        specification,
                        unit,
                        chargeType,
                        itemClass,
                        residentRate,
                        priceLimit,
                        price,
                        restriction,
                        waived,
                        from,
                        to);
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
