package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.yibaoban.audit.AuditScope.Kind;
import org.yibaoban.catalogue.ChargeType;

/**
 * What new lines can change of a stay's findings, and which other lines are needed to find out. All other findings stand.
 *
 * @param scopes the parts that are looked at again
 * @param days whose lines are needed
 * @param items of which all lines are needed
 * @param selfPaid whether all class C lines are needed
 * @param leaves whether the lines on the visit's leaves are needed
 * @param whole whether all lines are needed: an inpatient stay that has ended is looked at as a whole
 */
public record Touched(
        Set<AuditScope> scopes,
        Set<LocalDate> days,
        Set<String> items,
        boolean selfPaid,
        boolean leaves,
        boolean whole) {

    /** Something else about these charges changed, such as the consent to their item: rules on single lines look again. */
    public static Touched lines(Collection<AuditLine> charges) {
        Set<AuditScope> scopes = new LinkedHashSet<>();
        charges.forEach(line -> scopes.add(AuditScope.of(Kind.LINE, line)));
        return new Touched(scopes, Set.of(), Set.of(), false, false, false);
    }

    /**
     * @param charges the new charges, and those of which a new reversal takes something
     * @param totals of the whole stay with the new lines
     */
    public static Touched by(Collection<AuditLine> charges, AuditVisit visit, Totals totals, AuditSettings settings) {
        Set<AuditScope> scopes = new LinkedHashSet<>();
        Set<LocalDate> days = new TreeSet<>();
        Set<String> items = new TreeSet<>();
        boolean ended = visit.isInpatient() && visit.discharged().isPresent();
        boolean leaves = visit.isInpatient() && !visit.leaves().isEmpty();
        for (AuditLine line : charges) {
            scopes.add(AuditScope.of(Kind.LINE, line));
            scopes.add(AuditScope.of(Kind.DAY, line));
            days.add(line.day());
            UsageLimits usage = line.item().usage();
            if (usage.maxPerStay().isPresent() || usage.repeatDays().isPresent()) {
                scopes.add(AuditScope.of(Kind.ITEM, line));
                items.add(line.item().code());
            }
            if (ended && line.item().chargeType() == ChargeType.BED) {
                scopes.add(AuditScope.of(Kind.BEDS));
            }
        }
        if (!charges.isEmpty()) {
            scopes.add(AuditScope.of(Kind.SHARES));
            if (leaves) {
                scopes.add(AuditScope.of(Kind.LEAVES));
            }
            if (ended) {
                scopes.add(AuditScope.of(Kind.IDLE));
            }
        }
        return new Touched(scopes, days, items, ShareChecks.above(totals, settings), leaves, ended);
    }
}
