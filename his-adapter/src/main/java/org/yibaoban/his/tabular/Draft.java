package org.yibaoban.his.tabular;

import java.util.List;
import java.util.Optional;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;

/**
 * One key's row, or rows where they belong together, as understood, before it is told to the office.
 *
 * @param digest of what was understood, so that a change is noticed
 */
record Draft(List<RowSource.RawRow> rows, String key, String digest, Fact fact) {

    /** What a row says. */
    sealed interface Fact {

        /** A patient without a visit. */
        record Person(PatientDetails details) implements Fact {}

        /** Something of a visit, said by these commands in this order. */
        record Told(VisitNumber visit, List<HisCommand.OfVisit> commands) implements Fact {}

        /** A charge or credit. */
        record Posted(ChargeRow charge) implements Fact {}
    }

    /** The visit that it is about. */
    Optional<VisitNumber> visit() {
        if (fact instanceof Fact.Told told) {
            return Optional.of(told.visit());
        }
        return fact instanceof Fact.Posted posted ? Optional.of(posted.charge().visit()) : Optional.empty();
    }

    /** Its line in the file. */
    long number() {
        return rows.get(0).number();
    }

    Draft saying(Fact other) {
        return new Draft(rows, key, digest, other);
    }
}
