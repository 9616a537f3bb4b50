package org.yibaoban.office.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.catalogue.ChangeSetKind;
import org.yibaoban.catalogue.ChangeSetState;
import org.yibaoban.catalogue.Register;
import org.yibaoban.office.tabular.LoadView;

/**
 * A change set as pages show it.
 *
 * @param load the file with its progress; empty for what takes another one back
 * @param day first day that was asked for
 * @param releasedDay first day that it was released with
 * @param undoneBy the change set that takes this one back, or is proposed to
 */
public record ChangeSetView(
        long id,
        ChangeSetKind kind,
        Register register,
        Optional<LoadView> load,
        ChangeSetState state,
        LocalDate day,
        boolean complete,
        String proposedBy,
        Instant proposedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        String note,
        Optional<Long> edition,
        Optional<LocalDate> releasedDay,
        Optional<Long> undoes,
        Optional<Long> undoneBy,
        int added,
        int changed,
        int ended) {

    /** Whether all of it is known: nothing is being read any more. */
    public boolean isChecked() {
        return load.map(LoadView::isChecked).orElse(true);
    }

    /** Whether a second person may decide. */
    public boolean isWaiting() {
        return state == ChangeSetState.OPEN && isChecked();
    }

    public boolean isOpen() {
        return state == ChangeSetState.OPEN;
    }

    /** Whether it may be taken back. */
    public boolean isUndoable() {
        return state == ChangeSetState.RELEASED && undoneBy.isEmpty();
    }

    public int size() {
        return added + changed + ended;
    }
}
