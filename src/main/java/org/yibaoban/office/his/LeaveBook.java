package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.LeaveRow;
import org.yibaoban.store.Leaves;
import org.yibaoban.store.VisitRow;

/**
 * Leaves of absence as the HIS tells them. Told twice, nothing changes; a return that comes before its leave waits. Runs
 * in the caller's transaction, which holds the visit locked.
 */
@ApplicationScoped
class LeaveBook {

    private static final Outcome KNOWN = new Outcome.Applied("此前已登记 / known before");

    @Inject
    private Leaves leaves;

    Outcome apply(VisitRow visit, HisCommand.Leave told) {
        List<LeaveRow> known = leaves.of(visit);
        return switch (told.step()) {
            case LEAVES -> leave(visit, known, told.at());
            case RETURNS -> comeBack(visit, known, told.at());
            case LEAVE_CANCELLED -> cancel(visit, known);
            case RETURN_CANCELLED -> cancelReturn(visit, known);
        };
    }

    private Outcome leave(VisitRow visit, List<LeaveRow> known, LocalDateTime at) {
        if (at.isBefore(visit.admittedAt())) {
            throw new OfficeRefused(
                    ReasonCode.LEAVE_CONTRADICTS,
                    "visit " + visit.number(),
                    "admitted " + visit.admittedAt() + ", on leave from " + at);
        }
        if (known.stream().anyMatch(leave -> leave.from().equals(at))
                || open(known).isPresent()) {
            return KNOWN;
        }
        leaves.add(new LeaveRow(visit, at));
        return new Outcome.Applied("请假离院 / on leave");
    }

    private Outcome comeBack(VisitRow visit, List<LeaveRow> known, LocalDateTime at) {
        if (known.stream().anyMatch(leave -> leave.to().filter(at::equals).isPresent())) {
            return KNOWN;
        }
        Optional<LeaveRow> away = open(known);
        if (away.isEmpty()) {
            return notHereYet(visit);
        }
        if (at.isBefore(away.get().from())) {
            throw new OfficeRefused(
                    ReasonCode.LEAVE_CONTRADICTS,
                    "visit " + visit.number(),
                    "left " + away.get().from() + ", came back " + at);
        }
        away.get().ends(at);
        return new Outcome.Applied("请假返院 / back from leave");
    }

    private Outcome cancel(VisitRow visit, List<LeaveRow> known) {
        if (known.isEmpty()) {
            return notHereYet(visit);
        }
        known.get(known.size() - 1).cancel();
        return new Outcome.Applied("请假已撤销 / leave taken back");
    }

    private Outcome cancelReturn(VisitRow visit, List<LeaveRow> known) {
        Optional<LeaveRow> last =
                known.stream().reduce((a, b) -> b).filter(leave -> leave.to().isPresent());
        last.ifPresent(LeaveRow::goesOn);
        return last.isPresent() ? new Outcome.Applied("返院已撤销 / return taken back") : notHereYet(visit);
    }

    private static Outcome notHereYet(VisitRow visit) {
        return new Outcome.Waiting(
                "就诊 " + visit.number() + " 没有所指的请假 / visit " + visit.number() + " has no such leave yet");
    }

    private static Optional<LeaveRow> open(List<LeaveRow> known) {
        return known.stream().filter(leave -> leave.to().isEmpty()).findFirst();
    }
}
