package org.yibaoban.office.tabular;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * The office's side of the tabular door: loads as jobs that outlive browser and server, and which rows were loaded. Each
 * call is a transaction of its own, but for {@link #note}.
 */
public interface LoadBook {

    /**
     * A load whose turn it is.
     *
     * @param dryRun whether nothing may be applied
     */
    record Due(long load, String table, boolean dryRun) {}

    /** Takes a load that nobody works on, under a lease that {@link #advance} renews. */
    Optional<Due> take(String worker);

    /** The same of a file of the catalogue's, whose check is all of its work. */
    Optional<Due> takeCatalogue(String worker);

    /** Part {@code number}, from 0, of the load's file. */
    Optional<byte[]> part(long load, int number);

    /** A run begins, perhaps once more: counts and rejected rows begin anew. */
    void begin(long load, List<String> unknownColumns);

    /**
     * Adds to a load's counts and renews its lease.
     *
     * @return false when the load was stopped, or another worker took it over: work must end here
     */
    boolean advance(long load, String worker, LoadCount more, List<RejectedRow> rejected);

    /** The dry run or the load is through. */
    void finish(long load, String worker);

    /** It cannot go on; what was applied stays. */
    void fail(long load, String worker, String chinese, String english, String incident);

    /** What was loaded of these keys; absent keys are new. */
    Map<String, SeenRow> seen(String table, Collection<String> keys);

    /** Notes keys as loaded, in the transaction of the command that told them to the office. */
    void note(String table, List<SeenRow> rows);

    /** What told these keys was refused after it had waited: they may come again. */
    void forget(String table, Collection<String> keys);

    /** The visits among these that the office has. */
    Map<VisitNumber, KnownVisit> visits(Collection<VisitNumber> numbers);

    /** The patients among these that the office has. */
    Map<PatientNumber, PatientDetails> patients(Collection<PatientNumber> numbers);
}
