package org.yibaoban.his.tabular;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.his.tabular.Draft.Fact;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.tabular.KnownVisit;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.SeenRow;
import org.yibaoban.visit.VisitNumber;

/**
 * The dry run: says what would become of new rows, and changes nothing. What depends on the order of rows, such as a
 * credit that exceeds its charge, only the load itself can tell.
 */
final class Checking implements TableLoad.Step {

    private final LoadBook book;
    private final Run run;

    Checking(LoadBook book, Run run) {
        this.book = book;
        this.run = run;
    }

    @Override
    public void take(List<Draft> fresh, Map<String, SeenRow> before, Tally tally) {
        List<Draft> drafts = run.map().kind() == TableKind.VISITS ? People.named(fresh, book, tally) : fresh;
        Map<VisitNumber, KnownVisit> visits = book.visits(
                drafts.stream().flatMap(draft -> draft.visit().stream()).collect(Collectors.toSet()));
        for (Draft draft : drafts) {
            Optional<KnownVisit> visit = draft.visit().map(visits::get);
            Optional<ReasonCode> refusal = visit.flatMap(known -> refusal(draft, known));
            if (refusal.isPresent()) {
                ReasonCode reason = refusal.get();
                tally.rejected(draft, RowFault.refused(reason.code() + " " + reason.chinese(), reason.english()), "");
            } else if (waits(draft) && visit.isEmpty()) {
                tally.waiting(draft);
            } else {
                tally.loaded(draft);
            }
        }
    }

    private boolean waits(Draft draft) {
        return run.map().kind() != TableKind.PATIENTS && run.map().kind() != TableKind.VISITS;
    }

    private static Optional<ReasonCode> refusal(Draft draft, KnownVisit visit) {
        if (draft.fact() instanceof Fact.Posted posted) {
            boolean other = posted.charge()
                    .patient()
                    .filter(patient -> !patient.equals(visit.patient()))
                    .isPresent();
            // charges of a cancelled visit are taken: they are what the office has to look at
            return other
                    ? Optional.of(ReasonCode.PATIENT_MISMATCH)
                    : visit.closed().filter(ReasonCode.VISIT_SETTLED::equals);
        }
        boolean cancelled =
                visit.closed().filter(ReasonCode.VISIT_CANCELLED::equals).isPresent();
        HisCommand first = ((Fact.Told) draft.fact()).commands().get(0);
        if (first instanceof HisCommand.Admit admit && !admit.patient().number().equals(visit.patient())) {
            return Optional.of(ReasonCode.VISIT_REOPENED_AS_OTHER);
        }
        return cancelled ? Optional.of(ReasonCode.VISIT_CANCELLED) : Optional.empty();
    }
}
