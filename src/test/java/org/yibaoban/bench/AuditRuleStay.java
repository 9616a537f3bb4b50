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
import java.util.SortedSet;
import java.util.TreeSet;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.OtherVisit;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** The stay as a fact for the rules, with the few computations that they share, and what they found. */
public final class AuditRuleStay {

    private final AuditStay stay;
    private final Set<Found> found = new HashSet<>();

    /** A finding: rule, lines and their money, as our engine's has them besides severity, clause and words. */
    record Found(String rule, SortedSet<LineId> lines, Money amount) {}

    AuditRuleStay(AuditStay stay) {
        this.stay = stay;
    }

    Set<Found> found() {
        return found;
    }

    public void found(String rule, AuditRuleLine line) {
        found(rule, List.of(line));
    }

    public void found(String rule, Collection<AuditRuleLine> lines) {
        SortedSet<LineId> ids = new TreeSet<>();
        lines.forEach(line -> ids.add(line.getLine().id()));
        found.add(new Found(rule, ids, money(lines)));
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
        return money(lines).yuan();
    }

    private static Money money(Collection<AuditRuleLine> lines) {
        Money sum = Money.ZERO;
        for (AuditRuleLine line : lines) {
            sum = sum.plus(line.getLine().amount());
        }
        return sum;
    }

    public static boolean differ(List<AuditRuleLine> lines) {
        for (AuditRuleLine line : lines) {
            if (!line.getCode().equals(lines.get(0).getCode())) {
                return true;
            }
        }
        return false;
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
