package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditEngine;
import org.yibaoban.audit.AuditFault;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditScope;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.PartAudit;
import org.yibaoban.audit.Totals;
import org.yibaoban.audit.Touched;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.consent.ConsentsMoved;
import org.yibaoban.office.his.ChargesPosted;
import org.yibaoban.office.his.OrdersMoved;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.AuditFindings;
import org.yibaoban.store.AuditTotalRow;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/**
 * The audit of stays: line by line as charges come, as a whole when what is known of the visit changes and before its
 * claim. A new line costs queries for the lines that it touches, whose number does not grow with the stay.
 */
@ApplicationScoped
public class StayAudit {

    private static final Logger LOG = System.getLogger(StayAudit.class.getName());

    @Inject
    private Visits visits;

    @Inject
    private Ledger ledger;

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingBook book;

    @Inject
    private StayMapping mapping;

    @Inject
    private AuditSettings settings;

    /** In the posting transaction; a stay that the rules cannot read must not keep a charge out of the ledger. */
    void posted(@Observes ChargesPosted posted) {
        if (posted.lines().isEmpty()) {
            return;
        }
        orLater(posted.visit(), () -> post(posted.visit(), posted.lines()));
    }

    /** A form was signed or withdrawn, or more was used than it covers: the lines of the item are looked at again. */
    void consentsMoved(@Observes ConsentsMoved moved) {
        recheck(moved.visit(), ledger.part(moved.visit(), Set.of(), moved.items(), false));
    }

    /** An order that comes after its charge, or becomes another: the lines that name it are looked at again. */
    void ordersMoved(@Observes OrdersMoved moved) {
        recheck(moved.visit(), ledger.ofOrders(moved.visit(), moved.numbers()));
    }

    /** Looks at single lines again; a visit without totals is still to be looked at as a whole. */
    private void recheck(VisitRow visit, List<ChargeLineRow> rows) {
        Optional<AuditTotalRow> kept = findings.totals(visit);
        if (rows.isEmpty() || kept.isEmpty() || isClaimed(visit)) {
            return;
        }
        orLater(visit, () -> {
            List<AuditLine> lines = mapping.lines(visit, rows);
            replace(
                    visit,
                    mapping.part(visit, mapping.visit(visit), lines),
                    kept.get().totals(),
                    Touched.lines(charges(lines)),
                    rows);
        });
    }

    private void orLater(VisitRow visit, Runnable look) {
        try {
            look.run();
        } catch (AuditFault fault) {
            LOG.log(Level.WARNING, "visit {0} not audited: {1}", visit.number(), fault.getMessage());
            findings.becomeDue(visit);
        }
    }

    private void post(VisitRow visit, List<ChargeLineRow> lines) {
        Optional<AuditTotalRow> kept = findings.totals(visit);
        if (kept.isEmpty() && visit.lineCount() != lines.size()) {
            audit(visit);
            return;
        }
        List<ChargeLineRow> rows = withOriginals(visit, lines);
        List<AuditLine> known = mapping.charged(rows);
        Totals totals = added(kept.map(AuditTotalRow::totals).orElse(Totals.NONE), known, lines);
        AuditVisit facts = mapping.visit(visit);
        Touched touched = Touched.by(charges(known), facts, totals, settings);
        if (touched.whole()) {
            audit(visit);
            return;
        }
        keep(visit, kept, totals);
        Collection<ChargeLineRow> part = part(visit, facts, touched);
        replace(visit, mapping.part(visit, facts, mapping.lines(visit, part)), totals, touched, part);
    }

    private void replace(
            VisitRow visit, AuditStay part, Totals totals, Touched touched, Collection<ChargeLineRow> rows) {
        List<Finding> found = PartAudit.findings(part, totals, touched, settings);
        Set<String> scopes = touched.scopes().stream().map(AuditScope::toString).collect(Collectors.toSet());
        book.replace(visit, findings.unmended(visit, scopes), found, rows);
    }

    /** The new lines, and the charges that reversals among them name. */
    private List<ChargeLineRow> withOriginals(VisitRow visit, List<ChargeLineRow> lines) {
        Map<Long, ChargeLineRow> rows = new LinkedHashMap<>();
        Set<Long> named =
                lines.stream().flatMap(line -> line.reversesId().stream()).collect(Collectors.toSet());
        ledger.byIds(visit, named).forEach(row -> rows.put(row.id(), row));
        lines.forEach(row -> rows.put(row.id(), row));
        return List.copyOf(rows.values());
    }

    private static List<AuditLine> charges(List<AuditLine> lines) {
        return lines.stream().filter(line -> line.reverses().isEmpty()).toList();
    }

    /** The totals with the new lines among those that are known here. */
    private static Totals added(Totals before, List<AuditLine> known, List<ChargeLineRow> posted) {
        Map<LineId, AuditLine> byId = known.stream().collect(Collectors.toMap(AuditLine::id, line -> line));
        Totals totals = before;
        for (ChargeLineRow row : posted) {
            AuditLine line = byId.get(new LineId(row.transactionId()));
            totals = line.reverses().isPresent()
                    ? totals.reversed(line, byId.get(line.reverses().get()))
                    : totals.charged(line);
        }
        return totals;
    }

    /** The lines that the touched parts need. */
    Collection<ChargeLineRow> part(VisitRow visit, AuditVisit facts, Touched touched) {
        Set<LocalDate> days = new TreeSet<>(touched.days());
        if (touched.leaves()) {
            facts.leaves()
                    .forEach(leave -> leave.from()
                            .toLocalDate()
                            .datesUntil(leave.to().toLocalDate().plusDays(1))
                            .forEach(days::add));
        }
        return ledger.part(visit, days, touched.items(), touched.selfPaid());
    }

    private void keep(VisitRow visit, Optional<AuditTotalRow> kept, Totals totals) {
        kept.ifPresentOrElse(row -> row.take(totals), () -> findings.add(new AuditTotalRow(visit.id(), totals)));
    }

    /** The whole stay; a cancelled visit has no finding. */
    private void audit(VisitRow visit) {
        List<ChargeLineRow> rows = ledger.all(visit);
        AuditStay stay = mapping.whole(visit, rows);
        List<Finding> found =
                visit.status() == VisitStatus.CANCELLED ? List.of() : AuditEngine.findings(stay, settings);
        keep(visit, findings.totals(visit), Totals.of(stay));
        book.replace(visit, findings.unmended(visit, Set.of()), found, rows);
    }

    /**
     * Looks at the whole stay before its claim.
     *
     * @throws OfficeRefused when there is no such visit, or its lines cannot be audited
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void beforeClaim(VisitNumber number) {
        VisitRow visit = visits.lock(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        if (isClaimed(visit)) {
            return;
        }
        findings.done(visit.id());
        try {
            audit(visit);
        } catch (AuditFault fault) {
            throw new OfficeRefused(ReasonCode.CLAIM_BLOCKED, "visit " + number, fault.getMessage());
        }
    }

    /**
     * Looks at one stay of which something changed.
     *
     * @return whether there was one
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean auditNext() {
        Optional<Long> due = findings.due();
        due.ifPresent(id -> {
            VisitRow visit = visits.lock(id);
            findings.done(id);
            // a person whom the payer is being asked about for the first time: its answer makes the visit due again
            boolean early = visit.membershipState() == MembershipState.PENDING
                    && visit.membership().isEmpty();
            if (!isClaimed(visit) && !early) {
                try {
                    audit(visit);
                } catch (AuditFault fault) {
                    LOG.log(Level.WARNING, "visit {0} not audited: {1}", visit.number(), fault.getMessage());
                }
            }
        });
        return due.isPresent();
    }

    private static boolean isClaimed(VisitRow visit) {
        return visit.claimState().filter(ClaimState::holdsVisit).isPresent() && !visit.reopenedAfterClaim();
    }
}
