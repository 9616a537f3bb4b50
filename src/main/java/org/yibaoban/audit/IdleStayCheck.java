package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yibaoban.audit.AuditedStay.ItemLines;
import org.yibaoban.catalogue.ChargeType;

/**
 * "Inpatient: two or more consecutive whole days strictly between the admission and discharge dates with no line but bed
 * or nursing (days on leave and days without any line count); one finding a run, with the lines of those days, none if
 * there are none."
 */
final class IdleStayCheck {

    private static final Set<ChargeType> HELD = EnumSet.of(ChargeType.BED, ChargeType.NURSING);

    private IdleStayCheck() {}

    /** Silent while the stay lasts. */
    static List<Hit> check(AuditedStay stay, AuditSettings settings) {
        if (!stay.visit().isInpatient() || stay.visit().dischargeDate().isEmpty()) {
            return List.of();
        }
        LocalDate end = stay.visit().dischargeDate().get();
        int least = settings.whole(AuditParameter.IDLE_DAYS);
        List<Hit> hits = new ArrayList<>();
        Set<LocalDate> treated = treatedDays(stay);
        List<LocalDate> run = new ArrayList<>();
        for (LocalDate day = stay.visit().admissionDate().plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            if (!treated.contains(day)) {
                run.add(day);
            } else {
                close(run, least, stay, hits);
            }
        }
        close(run, least, stay, hits);
        return hits;
    }

    private static Set<LocalDate> treatedDays(AuditedStay stay) {
        Set<LocalDate> days = new HashSet<>();
        for (ItemLines one : stay.items()) {
            if (!HELD.contains(one.item().chargeType())) {
                one.lines().forEach(line -> days.add(line.day()));
            }
        }
        return days;
    }

    /** A run of days without any line is a finding without lines. */
    private static void close(List<LocalDate> run, int least, AuditedStay stay, List<Hit> hits) {
        if (!run.isEmpty() && run.size() >= least) {
            LocalDate first = run.get(0);
            LocalDate last = run.get(run.size() - 1);
            int days = run.size();
            hits.add(new Hit(
                    stay.linesWhere(
                            line -> !line.day().isBefore(first) && !line.day().isAfter(last)),
                    () -> first + " 至 " + last + " 连续 " + days + " 天仅有床位、护理费用或无费用",
                    () -> "nothing but bed and nursing on " + days + " days, " + first + " to " + last));
        }
        run.clear();
    }
}
