package org.yibaoban.office.deduction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.RequiredText;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.deduction.Deduction;
import org.yibaoban.settlement.deduction.DeductionState;
import org.yibaoban.settlement.deduction.DepartmentCost;
import org.yibaoban.settlement.deduction.Evidence;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.Deductions;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** What the office does about deductions; every step is kept with who, when and the words that were given. */
@ApplicationScoped
public class DeductionDesk {

    /** Largest file of evidence: 10 MiB. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int SHOWN = 500;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Deductions deductions;

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /** What is open first, the nearest deadline first. */
    @Transactional
    public List<Deduction> newest() {
        return deductions.newest(SHOWN);
    }

    @Transactional
    public Optional<Deduction> find(long id) {
        return deductions.find(id);
    }

    @Transactional
    public List<Step<DeductionState>> steps(long id) {
        return deductions.steps(id);
    }

    @Transactional
    public List<Evidence> evidence(long id) {
        return deductions.evidence(id);
    }

    @Transactional
    public Optional<byte[]> content(long evidence) {
        return deductions.content(evidence);
    }

    /** What a year's deductions cost, by department; a deduction counts in the year of its notice. */
    @Transactional
    public List<DepartmentCost> costs(int year) {
        return DepartmentCost.of(deductions.notified(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /**
     * Enters a line of a notice.
     *
     * @return its number
     * @throws OfficeRefused for an unknown visit, one that was never settled, an unknown department, something missing or
     *     wrong, or a line that is on file
     */
    @Transactional
    public long enter(DeductionEntry entry, String by) {
        if (!entry.isSound(LocalDate.now(clock))) {
            throw new OfficeRefused(ReasonCode.DEDUCTION_ENTRY, "notice " + entry.notice(), "");
        }
        VisitRow visit = visits.lock(new VisitNumber(entry.visit()))
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + entry.visit(), ""));
        ClaimRow claim = claims.latest(visit)
                .filter(one -> !one.isWithoutPayer() && !one.answer().isEmpty())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.DEDUCTION_ENTRY, "visit " + entry.visit(), "no claim"));
        String department = entry.department().isBlank()
                ? visit.location().department()
                : entry.department().strip();
        if (hospital.department(department).isEmpty()) {
            throw new OfficeRefused(ReasonCode.DEDUCTION_ENTRY, "visit " + entry.visit(), "");
        }
        Deduction one = new Deduction(
                0,
                RequiredText.of(entry.notice()),
                entry.line().strip(),
                claim.identifier(),
                entry.visit(),
                department,
                entry.item().strip(),
                entry.rule().strip(),
                RequiredText.of(entry.reason()),
                entry.amount(),
                entry.notified(),
                entry.deadline(),
                DeductionState.NOTIFIED,
                Money.ZERO);
        long id = deductions
                .add(claim, one)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.DEDUCTION_TWICE, "notice " + one.notice(), ""));
        step(id, DeductionState.NOTIFIED, one.reason(), by);
        return id;
    }

    /**
     * The hospital bears it.
     *
     * @throws OfficeRefused without a reason, or when it is no longer to be dealt with
     */
    @Transactional
    public void concede(long id, String why, String by) {
        String words = RequiredText.of(why);
        lock(id, DeductionState.CONCEDED);
        deductions.move(id, DeductionState.CONCEDED, Money.ZERO);
        step(id, DeductionState.CONCEDED, words, by);
    }

    /**
     * Appeals; it can be given evidence before and after.
     *
     * @throws OfficeRefused without a reason, after the deadline, or when it is no longer to be dealt with
     */
    @Transactional
    public void appeal(long id, String why, String by) {
        String words = RequiredText.of(why);
        Deduction one = lock(id, DeductionState.APPEALED);
        if (!one.mayBeAppealed(LocalDate.now(clock))) {
            throw new OfficeRefused(ReasonCode.DEDUCTION_LATE, "notice " + one.notice(), "");
        }
        deductions.move(id, DeductionState.APPEALED, Money.ZERO);
        step(id, DeductionState.APPEALED, words, by);
    }

    /**
     * What the payer answered to the appeal.
     *
     * @param returned what it gives back: nothing upholds, all withdraws
     * @throws OfficeRefused without its words, for an amount that is not within the deduction, or when nothing was appealed
     */
    @Transactional
    public void answered(long id, Money returned, String words, String by) {
        String said = RequiredText.of(words);
        Deduction one = deductions.lock(id).orElseThrow(() -> unknown(id));
        if (returned.isNegative() || returned.compareTo(one.amount()) > 0) {
            throw new OfficeRefused(ReasonCode.DEDUCTION_ENTRY, "notice " + one.notice(), "");
        }
        DeductionState end = DeductionState.answered(one.amount(), returned);
        lock(id, end);
        deductions.move(id, end, returned);
        step(id, end, said, by);
    }

    /**
     * Keeps a file that the appeal rests on, with its hash.
     *
     * @throws OfficeRefused for an empty or too large file, one that is there already, or when all is decided
     */
    @Transactional
    public void keep(long id, String name, byte[] content, String by) {
        Deduction one = deductions.lock(id).orElseThrow(() -> unknown(id));
        String shortName = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        boolean kept = one.state().isOpen()
                && content.length > 0
                && content.length <= MOST_BYTES
                && deductions.keep(id, shortName, sha256(content), content, by, clock.instant());
        if (!kept) {
            throw new OfficeRefused(ReasonCode.DEDUCTION_EVIDENCE, "notice " + one.notice(), "");
        }
    }

    private Deduction lock(long id, DeductionState next) {
        Deduction one = deductions.lock(id).orElseThrow(() -> unknown(id));
        if (!one.state().leadsTo(next)) {
            throw new OfficeRefused(
                    ReasonCode.DEDUCTION_STATE,
                    "notice " + one.notice(),
                    one.state().english());
        }
        return one;
    }

    private void step(long id, DeductionState state, String words, String by) {
        deductions.step(id, new Step<>(clock.instant(), by, state, words));
    }

    private static OfficeRefused unknown(long id) {
        return new OfficeRefused(ReasonCode.DEDUCTION_STATE, "deduction " + id, "");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
