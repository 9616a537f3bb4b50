package org.yibaoban.office.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.catalogue.ChangeSetKind;
import org.yibaoban.catalogue.ChangeSetState;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.Register;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.money.Rate;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.control.Duties;
import org.yibaoban.office.tabular.KeptFiles;
import org.yibaoban.office.tabular.LoadView;
import org.yibaoban.office.tabular.TabularDesk;
import org.yibaoban.store.CatalogueRows;
import org.yibaoban.store.CatalogueSetRow;
import org.yibaoban.store.TabularLoadRow;
import org.yibaoban.store.TabularRows;

/**
 * Imports of the catalogue: one person gives a file, which is checked by itself; another one releases the change set,
 * or rejects it. What was released is taken back by a change set of its own, by two persons as well.
 */
@ApplicationScoped
public class CatalogueDesk {

    private static final int SHOWN = 50;

    @Inject
    private CatalogueRows rows;

    @Inject
    private TabularRows loads;

    @Inject
    private KeptFiles files;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /**
     * Keeps a file; its check begins by itself.
     *
     * @param day first day of its changes
     * @param complete whether what does not stand in the file ends
     * @param usualShare what class B pays first where nothing else says it
     * @return the change set's id
     * @throws OfficeRefused when the file is empty or too large
     */
    @Transactional
    public long upload(
            Register register,
            String fileName,
            InputStream content,
            LocalDate day,
            boolean complete,
            Optional<Rate> usualShare,
            String by) {
        long load = files.keep(
                TabularLoadRow.ofCatalogue(register.name(), KeptFiles.name(fileName), by, clock.instant()), content);
        return rows.add(new CatalogueSetRow(ChangeSetKind.IMPORT, register, day, by, clock.instant())
                        .from(load, complete, usualShare))
                .id();
    }

    /** Checks the file once more, against what is in force now. */
    @Transactional
    public void checkAgain(long id) {
        CatalogueSetRow set = open(id);
        TabularLoadRow load = set.loadId().flatMap(loads::lock).orElseThrow(() -> refused(set));
        if (TabularDesk.view(load).isRunning()) {
            throw refused(set);
        }
        load.state(TabularLoadRow.State.UPLOADED, clock.instant());
    }

    /**
     * The second person says yes: from its first day on, today at the earliest, all of it is in force. Whoever calls
     * refreshes the instance's catalogue after; the other instances do so within a second.
     *
     * @throws OfficeRefused SAME_PERSON for who proposed it; when it is not checked, or the catalogue has moved since
     */
    @Transactional
    public void release(long id, String by) {
        rows.lockReleases();
        CatalogueSetRow set = open(id);
        if (!views(List.of(set), loads.ofCatalogueSet(id)).get(0).isChecked()) {
            throw refused(set);
        }
        duties.requireSecond(TwoPersons.CATALOGUE_RELEASE, set.proposedBy(), by, subject(set));
        List<String> moved = rows.movedSince(id, set.base(), 1);
        if (!moved.isEmpty()) {
            throw new OfficeRefused(ReasonCode.CATALOGUE_MOVED, subject(set), moved.get(0));
        }
        set.released(by, clock.instant(), rows.edition() + 1, ChangeJournal.firstDay(set.day(), clock));
        set.loadId().flatMap(loads::lock).ifPresent(load -> load.state(TabularLoadRow.State.DONE, clock.instant()));
    }

    /**
     * Not released: the second person's word, or who proposed it takes it back.
     *
     * @throws OfficeRefused when no reason is given
     */
    @Transactional
    public void reject(long id, String reason, String by) {
        CatalogueSetRow set = open(id);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > 200) {
            throw new OfficeRefused(ReasonCode.REASON_MISSING, subject(set), "");
        }
        set.rejected(by, clock.instant(), why);
        set.loadId().flatMap(loads::lock).ifPresent(load -> load.state(TabularLoadRow.State.STOPPED, clock.instant()));
    }

    /**
     * Proposes to take a released change set back from today on, or from its own first day where that is still to come:
     * its items become what they were before. Items that
     * were released anew since stay as they are. What was in force in between stays in the history.
     *
     * @return the id of the change set that another person releases
     */
    @Transactional
    public long undo(long id, String by) {
        CatalogueSetRow released = rows.lock(id).orElseThrow(() -> unknown(id));
        if (released.state() != ChangeSetState.RELEASED
                || !rows.undoing(List.of(id)).isEmpty()) {
            throw refused(released);
        }
        LocalDate day = ChangeJournal.firstDay(released.releasedDay().orElseThrow(), clock);
        CatalogueSetRow undo = rows.add(
                new CatalogueSetRow(ChangeSetKind.UNDO, released.register(), day, by, clock.instant()).undoing(id));
        undo.heldAgainst(rows.edition());
        rows.addContrary(undo, released);
        ChangeJournal.count(rows, undo);
        return undo.id();
    }

    @Transactional
    public Optional<ChangeSetView> find(long id) {
        // the file first: once it is seen checked, the set is seen counted
        List<TabularLoadRow> file = loads.ofCatalogueSet(id);
        return rows.find(id).map(set -> views(List.of(set), file).get(0));
    }

    /** The newest first. */
    @Transactional
    public List<ChangeSetView> latest() {
        List<TabularLoadRow> read = loads.ofCatalogue(SHOWN);
        return views(rows.latest(SHOWN), read);
    }

    /** A page of what a change set says, by code. */
    @Transactional
    public List<ItemChange> changes(long id, ItemChange.Kind kind, int from, int limit) {
        return rows.changes(id, kind, from, limit);
    }

    /** Who released what of an item, the newest first. */
    @Transactional
    public List<ChangeSetView> history(Register register, String code) {
        List<CatalogueSetRow> sets = rows.history(register, code, SHOWN);
        return views(
                sets,
                loads.loads(sets.stream().flatMap(set -> set.loadId().stream()).toList()));
    }

    private CatalogueSetRow open(long id) {
        CatalogueSetRow set = rows.lock(id).orElseThrow(() -> unknown(id));
        if (set.state() != ChangeSetState.OPEN) {
            throw refused(set);
        }
        return set;
    }

    private static OfficeRefused unknown(long id) {
        return new OfficeRefused(ReasonCode.CATALOGUE_SET, "change set " + id, "is not known");
    }

    private static OfficeRefused refused(CatalogueSetRow set) {
        return new OfficeRefused(ReasonCode.CATALOGUE_SET, subject(set), "is " + set.state());
    }

    private static String subject(CatalogueSetRow set) {
        return "change set " + set.id();
    }

    /** With their files, and with what takes them back. */
    private List<ChangeSetView> views(List<CatalogueSetRow> sets, List<TabularLoadRow> files) {
        Map<Long, Long> undone =
                rows.undoing(sets.stream().map(CatalogueSetRow::id).toList());
        Map<Long, LoadView> read = files.stream().collect(Collectors.toMap(TabularLoadRow::id, TabularDesk::view));
        return sets.stream()
                .map(set -> view(set, set.loadId().map(read::get), Optional.ofNullable(undone.get(set.id()))))
                .toList();
    }

    private static ChangeSetView view(CatalogueSetRow set, Optional<LoadView> file, Optional<Long> undoneBy) {
        return new ChangeSetView(
                set.id(),
                set.kind(),
                set.register(),
                file,
                set.state(),
                set.day(),
                set.isComplete(),
                set.proposedBy(),
                set.proposedAt(),
                set.decidedBy(),
                set.decidedAt(),
                set.note(),
                set.edition(),
                set.releasedDay(),
                set.undoes(),
                undoneBy,
                set.added(),
                set.changed(),
                set.ended());
    }
}
