package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * Makes the items that are charged out of both lists: the hospital says what an item is called and costs, the national
 * list what class, restriction and first share its code has on each day. A code that the national list does not know
 * yet has what the hospital's list says; one that has ended there has no national code any more.
 */
public final class Composition {

    private final Registers registers;
    private final int hospitalLevel;

    private Composition(Registers registers, int hospitalLevel) {
        this.registers = registers;
        this.hospitalLevel = hospitalLevel;
    }

    /** @param hospitalLevel 1, 2 or 3, which first shares go by */
    public static Catalogue of(Registers registers, int hospitalLevel) {
        Composition composition = new Composition(registers, hospitalLevel);
        List<CatalogueItem> items = new ArrayList<>();
        registers.forEach(
                Register.HOSPITAL,
                (code, versions) -> versions.forEach(version -> composition.compose(code, version, items)));
        return new Catalogue(items);
    }

    /** The national code of a hospital's item: what a person accepted goes before what the HIS's list says. */
    public static Optional<String> nationalCode(Facts hospital) {
        return hospital.find(ItemField.MAPPED_CODE).or(() -> hospital.find(ItemField.NATIONAL_CODE));
    }

    private void compose(String code, ItemVersion hospital, List<CatalogueItem> items) {
        List<ItemVersion> national = nationalCode(hospital.facts())
                .map(mapped -> registers.versions(Register.NATIONAL, mapped))
                .orElse(List.of());
        LocalDate from = hospital.from();
        for (ItemVersion version : national) {
            if (version.end().isBefore(from) || version.from().isAfter(hospital.end())) {
                continue;
            }
            if (version.from().isAfter(from)) {
                items.add(without(code, hospital, from, version.from().minusDays(1), national));
            }
            LocalDate end = earlier(hospital.end(), version.end());
            items.add(item(code, hospital, later(from, version.from()), end, Optional.of(version.facts()), true));
            if (end.equals(hospital.end())) {
                return;
            }
            from = end.plusDays(1);
        }
        items.add(without(code, hospital, from, hospital.end(), national));
    }

    /** Days of which the national list says nothing: before its first word the hospital's counts, after its last none. */
    private CatalogueItem without(
            String code, ItemVersion hospital, LocalDate from, LocalDate to, List<ItemVersion> national) {
        boolean notYet = national.stream().noneMatch(version -> version.from().isBefore(from));
        return item(code, hospital, from, to, Optional.empty(), notYet);
    }

    /** @param own whether the hospital's word counts where the national list has none */
    private CatalogueItem item(
            String code, ItemVersion version, LocalDate from, LocalDate to, Optional<Facts> national, boolean own) {
        Facts hospital = version.facts();
        Facts fund = national.orElse(hospital);
        boolean known = national.isPresent() || own;
        ItemClass itemClass = known ? ItemClass.valueOf(fund.get(ItemField.CLASS)) : ItemClass.C;
        Optional<Rate> employee = share(fund, itemClass, InsuranceType.EMPLOYEE);
        Optional<Rate> resident = share(fund, itemClass, InsuranceType.RESIDENT);
        return new CatalogueItem(
                code,
                known ? nationalCode(hospital) : Optional.empty(),
                hospital.get(ItemField.NAME),
                hospital.get(ItemField.SPECIFICATION),
                hospital.get(ItemField.UNIT),
                ChargeType.ofKey(hospital.get(ItemField.CHARGE_TYPE)).orElseThrow(),
                itemClass,
                employee,
                fund.find(ItemField.PRICE_LIMIT)
                        .or(() -> hospital.find(ItemField.PRICE_LIMIT))
                        .map(Money::of),
                Money.of(hospital.get(ItemField.PRICE)),
                fund.find(ItemField.RESTRICTION),
                hospital.find(ItemField.WAIVED).isPresent(),
                from,
                to.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(to),
                resident.filter(share -> !resident.equals(employee)));
    }

    private Optional<Rate> share(Facts facts, ItemClass itemClass, InsuranceType insurance) {
        if (itemClass != ItemClass.B) {
            return Optional.empty();
        }
        String own = ItemField.SHARE.key() + "_" + insurance.name().toLowerCase(java.util.Locale.ROOT);
        return ItemField.ofKey(own + "_" + hospitalLevel)
                .flatMap(facts::find)
                .or(() -> ItemField.ofKey(own).flatMap(facts::find))
                .or(() -> facts.find(ItemField.SHARE))
                .map(Rate::of);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
