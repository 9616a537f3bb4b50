package org.yibaoban.quota.indicator;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** Which stays began 0 to 14 days after an earlier discharge of the same patient (14日再住院率). */
public final class Readmissions {

    private static final int DAYS = 14;

    private Readmissions() {}

    /** The same visits, marked; all those of the patients concerned must be among them. */
    public static List<VisitFacts> marked(Collection<VisitFacts> visits) {
        return visits.stream()
                .map(visit -> visit.readmission(
                        isStay(visit) && visits.stream().anyMatch(earlier -> follows(visit, earlier))))
                .toList();
    }

    private static boolean isStay(VisitFacts visit) {
        return visit.real() && visit.inpatient();
    }

    /** Of two stays that began on one day, which both ended on it, the one that came second follows. */
    private static boolean follows(VisitFacts visit, VisitFacts earlier) {
        if (visit.visit() == earlier.visit() || visit.patient() != earlier.patient() || !isStay(earlier)) {
            return false;
        }
        boolean first = earlier.begun().isBefore(visit.begun())
                || earlier.begun().equals(visit.begun()) && earlier.visit() < visit.visit();
        return first
                && earlier.discharged()
                        .map(day -> ChronoUnit.DAYS.between(day, visit.begun()))
                        .filter(days -> days >= 0 && days <= DAYS)
                        .isPresent();
    }
}
