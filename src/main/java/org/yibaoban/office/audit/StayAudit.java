package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.yibaoban.store.AuditFindingRow;
import org.yibaoban.store.AuditFindings;
import org.yibaoban.store.AuditLines;
import org.yibaoban.store.AuditLines.Part;
import org.yibaoban.store.AuditTotalRow;
import org.yibaoban.store.AuditedLine;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/**
 * The audit of stays: line by line as charges come, as a whole when what is known of the visit changes and before its
 * claim. New lines cost queries for the lines that they touch, whose number does not grow with the stay.
 */
@ApplicationScoped
public class StayAudit {

    private static final Part NOTHING = new Part(Set.of(), Set.of(), false);

    private static final Logger LOG = System.getLogger(StayAudit.class.getName());

    @Inject
    private Visits visits;

    @Inject
    private AuditLines lines;

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingBook book;

    @Inject
    private StayMapping mapping;

    @Inject
    private StayFacts facts;

    @Inject
    private AuditSettings settings;

    /** A stay that new lines touch in part, and what is to be read for the look. */
    private record Look(
            VisitRow visit, AuditVisit facts, Totals totals, Touched touched, List<AuditedLine> fresh, Part part) {

        Set<String> scopes() {
            return touched.scopes().stream().map(AuditScope::toString).collect(Collectors.toSet());
        }
    }

    /** In the posting transaction; a stay that the rules cannot read must not keep a charge out of the ledger. */
    void posted(@Observes ChargesPosted posted) {
        Map<Long, List<AuditVisit.Leave>> leaves = facts.leaves(
                posted.stays().stream().map(ChargesPosted.Stay::visit).toList());
        List<Look> looks = new ArrayList<>();
        for (ChargesPosted.Stay stay : posted.stays()) {
            VisitRow visit = stay.visit();
            orLater(
                    visit,
                    () -> count(stay, mapping.visit(visit, leaves.get(visit.id())))
                            .ifPresent(looks::add));
        }
        look(looks);
    }

    /** A form was signed or withdrawn, or more was used than it covers: the lines of the item are looked at again. */
    void consentsMoved(@Observes ConsentsMoved moved) {
        recheck(moved.visit(), lines.ofItems(moved.visit(), moved.items()));
    }

    /** An order that comes after its charge, or becomes another: the lines that name it are looked at again. */
    void ordersMoved(@Observes OrdersMoved moved) {
        recheck(moved.visit(), lines.ofOrders(moved.visit(), moved.numbers()));
    }

    /** Looks at single lines again; a visit without totals is still to be looked at as a whole. */
    private void recheck(VisitRow visit, List<AuditedLine> rows) {
        Optional<AuditTotalRow> kept = findings.totals(visit);
        if (rows.isEmpty() || kept.isEmpty() || isClaimed(visit)) {
            return;
        }
        orLater(visit, () -> {
            AuditStay part = mapping.part(visit, mapping.visit(visit), rows);
            Touched touched = Touched.lines(charges(part.lines()));
            Look look = new Look(visit, part.visit(), kept.get().totals(), touched, List.of(), NOTHING);
            replace(look, part, rows, findings.unmended(Map.of(visit, look.scopes())));
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

    /** Moves the totals of a stay. Empty where it was looked at as a whole, which is done then. */
    private Optional<Look> count(ChargesPosted.Stay stay, AuditVisit facts) {
        VisitRow visit = stay.visit();
        Optional<AuditTotalRow> kept = findings.totals(visit);
        if (kept.isEmpty() && visit.lineCount() != stay.lines().size()) {
            audit(visit);
            return Optional.empty();
        }
        List<AuditedLine> fresh =
                stay.lines().stream().map(ChargeLineRow::audited).toList();
        List<AuditLine> known = mapping.charged(withOriginals(visit, fresh));
        Totals totals = added(kept.map(AuditTotalRow::totals).orElse(Totals.NONE), known, fresh);
        Touched touched = Touched.by(charges(known), facts, totals, settings);
        if (touched.whole()) {
            audit(visit);
            return Optional.empty();
        }
        keep(visit, kept, totals);
        return Optional.of(new Look(visit, facts, totals, touched, fresh, part(facts, touched)));
    }

    /** Four queries or so, however many stays. */
    private void look(List<Look> looks) {
        Map<Long, List<AuditedLine>> stored = lines.parts(
                looks.stream().collect(Collectors.toMap(look -> look.visit().id(), Look::part)));
        Map<VisitRow, List<AuditedLine>> rows = new HashMap<>();
        looks.forEach(look ->
                rows.put(look.visit(), look.part().with(stored.get(look.visit().id()), look.fresh())));
        StayFacts.Beside beside = facts.beside(rows);
        Map<Long, List<AuditFindingRow>> standing =
                findings.unmended(looks.stream().collect(Collectors.toMap(Look::visit, Look::scopes)));
        for (Look look : looks) {
            List<AuditedLine> part = rows.get(look.visit());
            orLater(
                    look.visit(),
                    () -> replace(look, mapping.part(look.visit(), look.facts(), part, beside), part, standing));
        }
    }

    private void replace(Look look, AuditStay part, List<AuditedLine> rows, Map<Long, List<AuditFindingRow>> standing) {
        List<Finding> found = PartAudit.findings(part, look.totals(), look.touched(), settings);
        book.replace(look.visit(), standing.getOrDefault(look.visit().id(), List.of()), found, rows);
    }

    /** The new lines, and the charges that reversals among them name. */
    private List<AuditedLine> withOriginals(VisitRow visit, List<AuditedLine> fresh) {
        Map<Long, AuditedLine> all = new LinkedHashMap<>();
        Set<Long> named =
                fresh.stream().flatMap(line -> line.reverses().stream()).collect(Collectors.toSet());
        lines.byIds(visit, named).forEach(line -> all.put(line.id(), line));
        fresh.forEach(line -> all.put(line.id(), line));
        return List.copyOf(all.values());
    }

    private static List<AuditLine> charges(List<AuditLine> lines) {
        return lines.stream().filter(line -> line.reverses().isEmpty()).toList();
    }

    /** The totals with the new lines among those that are known here. */
    private static Totals added(Totals before, List<AuditLine> known, List<AuditedLine> posted) {
        Map<LineId, AuditLine> byId = known.stream().collect(Collectors.toMap(AuditLine::id, line -> line));
        Totals totals = before;
        for (AuditedLine row : posted) {
            AuditLine line = byId.get(new LineId(row.transactionId()));
            totals = line.reverses().isPresent()
                    ? totals.reversed(line, byId.get(line.reverses().get()))
                    : totals.charged(line);
        }
        return totals;
    }

    /** The lines that the touched parts need. */
    static Part part(AuditVisit visit, Touched touched) {
        Set<LocalDate> days = new TreeSet<>(touched.days());
        if (touched.leaves()) {
            visit.leaves()
                    .forEach(leave -> leave.from()
                            .toLocalDate()
                            .datesUntil(leave.to().toLocalDate().plusDays(1))
                            .forEach(days::add));
        }
        return new Part(days, touched.items(), touched.selfPaid());
    }

    private void keep(VisitRow visit, Optional<AuditTotalRow> kept, Totals totals) {
        kept.ifPresentOrElse(row -> row.take(totals), () -> findings.add(new AuditTotalRow(visit.id(), totals)));
    }

    /** The whole stay; a cancelled visit has no finding. */
    private void audit(VisitRow visit) {
        List<AuditedLine> rows = lines.whole(visit);
        AuditStay stay = mapping.whole(visit, rows);
        List<Finding> found =
                visit.status() == VisitStatus.CANCELLED ? List.of() : AuditEngine.findings(stay, settings);
        keep(visit, findings.totals(visit), Totals.of(stay));
        book.replace(visit, findings.unmended(visit), found, rows);
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
        return visit.isClosedByClaim() && !visit.reopenedAfterClaim();
    }
}
