package org.yibaoban.office.facade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.selection.Selection;
import org.yibaoban.store.Readings;
import org.yibaoban.store.VisitRow;

/** Flags of visits, raised or not. Runs in the caller's transaction. */
@ApplicationScoped
class FlagPages {

    private static final int FLAGS = StayFlag.values().length;

    @Inject
    private Readings readings;

    /** Looks at so many visits that a page of all their flags is full; where only some are wanted, it may not be. */
    HisReads.FlagPage page(Selection wanted) {
        boolean some = !wanted.states().isEmpty() || wanted.item().isPresent();
        int visitsAPage = some ? wanted.limit() : wanted.limit() / FLAGS + 2;
        List<VisitRow> seen = readings.visits(visits(wanted, visitsAPage + 1));
        List<VisitRow> visits = seen.subList(0, Math.min(seen.size(), visitsAPage));
        List<FlagView> found = new ArrayList<>();
        long last = wanted.after();
        for (FlagView flag : flags(visits)) {
            if (found.size() == wanted.limit()) {
                return new HisReads.FlagPage(found, Optional.of(last));
            }
            if (flag.key() > wanted.after() && isWanted(flag, wanted)) {
                found.add(flag);
            }
            last = Math.max(last, flag.key());
        }
        return new HisReads.FlagPage(found, seen.size() > visitsAPage ? Optional.of(last) : Optional.empty());
    }

    private static Selection visits(Selection wanted, int limit) {
        return new Selection(
                wanted.ids(),
                wanted.number(),
                Optional.empty(),
                wanted.patient(),
                wanted.visit(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                wanted.happened(),
                wanted.changed(),
                FlagView.visitBefore(wanted.after()),
                limit);
    }

    private List<FlagView> flags(List<VisitRow> visits) {
        Set<String> waiting = readings.waiting(
                visits.stream().map(visit -> visit.number().value()).toList());
        return visits.stream()
                .flatMap(visit -> flags(visit, waiting.contains(visit.number().value())).stream())
                .toList();
    }

    private static List<FlagView> flags(VisitRow visit, boolean waits) {
        Set<StayFlag> raised = StayFlags.of(visit);
        if (waits) {
            raised.add(StayFlag.MESSAGES_WAITING);
        }
        return Arrays.stream(StayFlag.values())
                .map(flag -> new FlagView(StoreReads.subject(visit), flag, raised.contains(flag), visit.changedAt()))
                .toList();
    }

    private static boolean isWanted(FlagView flag, Selection wanted) {
        boolean state = wanted.states().isEmpty() || wanted.states().contains(flag.state());
        return state
                && wanted.item().map(name -> name.equals(flag.flag().name())).orElse(true);
    }
}
