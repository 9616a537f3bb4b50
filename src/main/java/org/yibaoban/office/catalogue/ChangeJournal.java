package org.yibaoban.office.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.store.CatalogueRows;
import org.yibaoban.store.CatalogueSetRow;

/** The change book over the store. */
@ApplicationScoped
public class ChangeJournal implements ChangeBook {

    @Inject
    private CatalogueRows rows;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Clock clock;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Job begin(long load) {
        catalogues.refresh();
        Edition edition = catalogues.edition();
        CatalogueSetRow set = rows.ofLoad(load);
        rows.forgetChanges(set.id());
        set.heldAgainst(edition.number());
        return new Job(
                set.register(), firstDay(set.day(), clock), set.isComplete(), set.usualShare(), edition.registers());
    }

    /** What was to begin on a day that has gone by begins today. */
    static LocalDate firstDay(LocalDate day, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return day.isBefore(today) ? today : day;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void add(long load, Collection<ItemChange> changes) {
        rows.add(rows.ofLoad(load), changes);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void counted(long load) {
        count(rows, rows.ofLoad(load));
    }

    static void count(CatalogueRows rows, CatalogueSetRow set) {
        for (ItemChange.Kind kind : ItemChange.Kind.values()) {
            set.counted(kind, rows.count(set.id(), kind));
        }
    }
}
