package org.yibaoban.office.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.Register;
import org.yibaoban.catalogue.Registers;
import org.yibaoban.money.Rate;

/** The office's side of an import's check: what it is held against, and the change set that it fills. */
public interface ChangeBook {

    /**
     * What is to be checked, and against what.
     *
     * @param day first day of the changes
     * @param complete whether what does not stand in the file ends
     * @param usualShare what class B pays first where nothing else says it
     */
    record Job(Register register, LocalDate day, boolean complete, Optional<Rate> usualShare, Registers base) {}

    /** A check begins, perhaps once more: its change set is empty again. A transaction of its own, as each call. */
    Job begin(long load);

    void add(long load, Collection<ItemChange> changes);

    /** All rows are through. */
    void counted(long load);
}
