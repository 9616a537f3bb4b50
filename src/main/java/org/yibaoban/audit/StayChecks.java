package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.catalogue.ChargeType;

/** What does not fit the days that an inpatient was here. */
final class StayChecks {

    private StayChecks() {}

    /** "Inpatient: the bed quantity of the stay above its days; all bed lines." Silent while the stay lasts. */
    static List<Hit> bedDays(AuditedStay stay, AuditSettings settings) {
        if (!stay.visit().isInpatient() || stay.visit().days().isEmpty()) {
            return List.of();
        }
        long days = stay.visit().days().get();
        List<NetLine> beds = stay.linesOf(item -> item.chargeType() == ChargeType.BED);
        BigDecimal quantity = AuditedStay.quantity(beds);
        return quantity.compareTo(BigDecimal.valueOf(days)) <= 0
                ? List.of()
                : List.of(new Hit(
                        beds,
                        () -> "床位费 " + Words.number(quantity) + " 天, 住院 " + days + " 天",
                        () -> Words.number(quantity) + " bed days charged in a stay of " + days + " days"));
    }

    /**
     * "Inpatient: lines inside a leave (from <= at < to), those with take_home aside; one finding a leave with its
     * lines, none if there are none."
     */
    static List<Hit> onLeave(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        if (stay.visit().isInpatient()) {
            for (Leave leave : stay.visit().leaves()) {
                List<NetLine> lines = stay.linesWhere(
                        line -> leave.covers(line.line().at()) && !line.line().takeHome());
                if (!lines.isEmpty()) {
                    hits.add(new Hit(
                            lines,
                            () -> "请假期间(" + leave.from() + " 至 " + leave.to() + ")收费",
                            () -> "charged on leave (" + leave.from() + " to " + leave.to() + ")"));
                }
            }
        }
        return hits;
    }
}
