package org.yibaoban.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.OtherVisit;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/** The stay as a fact for the rules, with the few computations that they share, and what they found. */
public final class AuditRuleStay {

    private final AuditStay stay;
    private final Set<String> found = new HashSet<>();

    AuditRuleStay(AuditStay stay) {
        this.stay = stay;
    }

    Set<String> found() {
        return found;
    }

    public void found(String rule, AuditRuleLine line) {
        found.add(rule + " [" + line.getLine().id() + "]");
    }

    public void found(String rule, Collection<AuditRuleLine> lines) {
        TreeSet<org.yibaoban.audit.LineId> ids = new TreeSet<>();
        lines.forEach(line -> ids.add(line.getLine().id()));
        found.add(rule + " " + ids);
    }

    public Sex getSex() {
        return stay.patient().sex();
    }

    public String getInsurance() {
        return stay.patient().insurance().orElseThrow();
    }

    public int getLevel() {
        return stay.visit().hospitalLevel();
    }

    public VisitType getType() {
        return stay.visit().type();
    }

    public boolean isEnded() {
        return stay.visit().discharged().isPresent();
    }

    public boolean isVerified() {
        return stay.visit().identityVerified();
    }

    public long days() {
        return stay.visit().days().orElseThrow();
    }

    public int age(LocalDate day) {
        return stay.patient().ageOn(day).orElseThrow();
    }

    public boolean hasDiagnosis(List<String> prefixes) {
        return prefixes.stream().anyMatch(p -> stay.visit().diagnoses().stream().anyMatch(code -> code.startsWith(p)));
    }

    public boolean consented(String code) {
        return stay.consents().contains(code);
    }

    public boolean onLeave(AuditRuleLine line) {
        AuditVisit.Leave leave = stay.visit().leaves().get(0);
        return !line.getLine().at().isBefore(leave.from())
                && line.getLine().at().isBefore(leave.to());
    }

    public boolean isSplit() {
        OtherVisit other = stay.others().get(0);
        long since = ChronoUnit.DAYS.between(
                other.discharged().orElseThrow().toLocalDate(),
                stay.visit().admitted().toLocalDate());
        return since >= 0
                && since <= 14
                && other.diagnoses()
                        .get(0)
                        .substring(0, 3)
                        .equals(stay.visit().diagnoses().get(0).substring(0, 3));
    }

    public boolean isOverlapping() {
        OtherVisit other = stay.others().get(0);
        return stay.visit().admitted().isBefore(other.discharged().orElseThrow())
                && stay.visit().discharged().map(other.admitted()::isBefore).orElse(true);
    }

    public static BigDecimal quantity(Collection<AuditRuleLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AuditRuleLine line : lines) {
            sum = sum.add(line.getLine().quantity());
        }
        return sum;
    }

    public static BigDecimal amount(Collection<AuditRuleLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AuditRuleLine line : lines) {
            sum = sum.add(line.getLine().amount().yuan());
        }
        return sum;
    }

    public static boolean differ(Collection<AuditRuleLine> lines) {
        return lines.stream().map(AuditRuleLine::getCode).distinct().count() > 1;
    }

    /** Lines of one item that come too soon after the one before. */
    public void repeats(Collection<AuditRuleLine> lines, int days) {
        List<AuditRuleLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing((AuditRuleLine line) -> line.getLine().at())
                .thenComparing(line -> line.getLine().id()));
        for (int i = 1; i < sorted.size(); i++) {
            if (ChronoUnit.DAYS.between(
                            sorted.get(i - 1).getDay(), sorted.get(i).getDay())
                    < days) {
                found("repeat-exam", sorted.get(i));
            }
        }
    }

    /** Runs of two or more days with nothing but bed and nursing. */
    public void idle(Collection<AuditRuleLine> treating, Collection<AuditRuleLine> held) {
        Set<LocalDate> treated = new HashSet<>();
        treating.forEach(line -> treated.add(line.getDay()));
        List<LocalDate> run = new ArrayList<>();
        LocalDate end = stay.visit().discharged().orElseThrow().toLocalDate();
        for (LocalDate day = stay.visit().admitted().toLocalDate().plusDays(1);
                !day.isAfter(end);
                day = day.plusDays(1)) {
            if (day.isBefore(end) && !treated.contains(day)) {
                run.add(day);
            } else {
                if (run.size() >= 2) {
                    found(
                            "idle-stay",
                            held.stream()
                                    .filter(line -> run.contains(line.getDay()))
                                    .toList());
                }
                run.clear();
            }
        }
    }
}
