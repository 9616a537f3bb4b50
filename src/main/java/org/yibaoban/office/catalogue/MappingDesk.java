package org.yibaoban.office.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.ChangeSetKind;
import org.yibaoban.catalogue.Composition;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.ItemVersion;
import org.yibaoban.catalogue.MappingConflict;
import org.yibaoban.catalogue.NationalCode;
import org.yibaoban.catalogue.Register;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.CatalogueRows;
import org.yibaoban.store.CatalogueSetRow;
import org.yibaoban.store.ItemMonths;

/** Hospital items and their national codes: what has none, what does not fit, and a person's word on it. */
@ApplicationScoped
public class MappingDesk {

    private static final int SUGGESTIONS = 8;

    @Inject
    private Catalogues catalogues;

    @Inject
    private ItemMoney money;

    @Inject
    private CatalogueRows rows;

    @Inject
    private Clock clock;

    /**
     * An item without a national code.
     *
     * @param charged of this month and the two before
     * @param listed whether the hospital's list has it; one that it does not have is imported first
     */
    public record Unmapped(String code, String name, String specification, Money charged, boolean listed) {}

    /** @param charged of this month and the two before */
    public record Conflict(MappingConflict mapping, Money charged) {}

    /** What has no national code today and is charged or listed, the most money first. */
    public List<Unmapped> unmapped(int limit) {
        Edition edition = catalogues.edition();
        LocalDate today = LocalDate.now(clock);
        Map<String, ItemMonths.Charged> lately = money.lately();
        List<Unmapped> found = new ArrayList<>();
        edition.catalogue()
                .versionsOn(today)
                .filter(item -> item.nationalCode().isEmpty())
                .forEach(item -> found.add(new Unmapped(
                        item.hospitalCode(),
                        item.name(),
                        item.specification(),
                        charged(lately, item.hospitalCode()),
                        true)));
        lately.forEach((code, charged) -> {
            if (edition.catalogue().find(code, today).isEmpty()
                    && !charged.amount().isZero()) {
                found.add(new Unmapped(code, charged.name(), "", charged.amount(), false));
            }
        });
        return dearest(found, Comparator.comparing(Unmapped::charged), limit);
    }

    /** Mapped items that do not fit their code, the most money first. */
    public List<Conflict> conflicts(int limit) {
        Map<String, ItemMonths.Charged> lately = money.lately();
        List<Conflict> found = new ArrayList<>();
        MappingConflict.on(catalogues.edition().registers(), LocalDate.now(clock))
                .forEach(mapping -> found.add(new Conflict(mapping, charged(lately, mapping.code()))));
        return dearest(found, Comparator.comparing(Conflict::charged), limit);
    }

    private static <T> List<T> dearest(List<T> found, Comparator<T> byMoney, int limit) {
        return found.stream().sorted(byMoney.reversed()).limit(limit).toList();
    }

    private static Money charged(Map<String, ItemMonths.Charged> lately, String code) {
        return Optional.ofNullable(lately.get(code))
                .map(ItemMonths.Charged::amount)
                .orElse(Money.ZERO);
    }

    /** What the hospital's list says of an item today. */
    public Optional<Facts> item(String code) {
        return inForce(code).map(ItemVersion::facts);
    }

    private Optional<ItemVersion> inForce(String code) {
        return catalogues.edition().registers().find(Register.HOSPITAL, code, LocalDate.now(clock));
    }

    /** National codes that may be meant, the likest first; empty for an item that the list does not have. */
    public List<ItemLookup.Suggestion> suggestions(String code) {
        return item(code)
                .map(facts -> catalogues.edition().lookup().suggest(code, facts, LocalDate.now(clock), SUGGESTIONS))
                .orElse(List.of());
    }

    /**
     * A person's word: the item has this national code from a day on, today at the earliest. Whoever calls refreshes the
     * instance's catalogue after.
     *
     * @throws OfficeRefused CATALOGUE_CODE when the item is not in the hospital's list, or the code is none of those that
     *     are in force nationally or charged already
     */
    @Transactional
    public void accept(String code, String nationalCode, LocalDate day, String by) {
        rows.lockReleases();
        catalogues.refresh();
        Facts before = item(code).orElseThrow(() -> new OfficeRefused(ReasonCode.CATALOGUE_CODE, "item " + code, ""));
        LocalDate firstDay = ChangeJournal.firstDay(day, clock);
        if (NationalCode.of(nationalCode).isEmpty() || !isKnown(nationalCode, firstDay)) {
            throw new OfficeRefused(ReasonCode.CATALOGUE_CODE, "code " + nationalCode, "");
        }
        CatalogueSetRow set =
                rows.add(new CatalogueSetRow(ChangeSetKind.MAPPING, Register.HOSPITAL, firstDay, by, clock.instant()));
        set.counted(ItemChange.Kind.CHANGED, 1);
        long id = set.id();
        rows.add(
                set,
                List.of(new ItemChange(
                        Register.HOSPITAL,
                        code,
                        Optional.empty(),
                        Optional.of(before),
                        Optional.of(before.with(ItemField.MAPPED_CODE, nationalCode)))));
        rows.lock(id).orElseThrow().released(by, clock.instant(), rows.edition() + 1, firstDay);
    }

    private boolean isKnown(String nationalCode, LocalDate day) {
        Edition edition = catalogues.edition();
        boolean listed =
                !edition.registers().versions(Register.NATIONAL, nationalCode).isEmpty();
        return listed
                ? edition.registers().find(Register.NATIONAL, nationalCode, day).isPresent()
                : !edition.catalogue().ofNational(nationalCode, day).isEmpty();
    }

    /** The national code that counts for an item today. */
    public Optional<String> nationalCode(String code) {
        return item(code).flatMap(Composition::nationalCode);
    }
}
