package org.yibaoban.his.hl7v2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.IncomingMessage;
import org.yibaoban.office.his.Kept;
import org.yibaoban.office.his.Outcome;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;

/**
 * A small inbox that keeps its contract: repeat, held, waiting, refusal. Visits are known after {@code Admit}; a credit
 * waits for the charge that it names. A message answered AR is worked on again when it comes again.
 */
final class MemoryInbox implements HisInbox {

    static final class Entry {
        final long id;
        final IncomingMessage message;
        byte[] answer;
        String verdict = "";
        String reason = "";
        String incident = "";
        Set<VisitNumber> waitsFor = Set.of();

        Entry(long id, IncomingMessage message) {
            this.id = id;
            this.message = message;
        }
    }

    final Map<Long, Entry> entries = new LinkedHashMap<>();
    final List<HisCommand> applied = new ArrayList<>();
    final Map<String, ChargePosting> ledger = new HashMap<>();
    /** Transaction ids that begin like this make the store fail; none where it is blank. */
    String unpostable = "";

    private final Set<VisitNumber> visits = new HashSet<>();

    @Override
    public synchronized Optional<AtOnce> keepAndApply(
            IncomingMessage message, HisCommand command, Function<Outcome, byte[]> answer) {
        if (!sameIdentity(message).isEmpty()) {
            return Optional.empty();
        }
        long id = keep(message).messageId();
        try {
            byte[] bytes = apply(id, command, answer);
            return Optional.of(new AtOnce(bytes, entries.get(id).verdict.equals("APPLIED")));
        } catch (RuntimeException refusedOrFailed) {
            entries.remove(id);
            throw refusedOrFailed;
        }
    }

    @Override
    public synchronized Kept keep(IncomingMessage message) {
        List<Entry> earlier = sameIdentity(message);
        Optional<Entry> same = earlier.stream()
                .filter(e -> Arrays.equals(e.message.content(), message.content()))
                .findFirst();
        if (same.isPresent()) {
            return seenBefore(same.get());
        }
        Entry entry = new Entry(entries.size() + 1L, message);
        entries.put(entry.id, entry);
        if (earlier.isEmpty()) {
            return new Kept.Fresh(entry.id);
        }
        entry.verdict = "HELD";
        entry.incident = "I-HELD";
        return new Kept.Held(entry.id, entry.incident);
    }

    private List<Entry> sameIdentity(IncomingMessage message) {
        return entries.values().stream()
                .filter(e -> !message.controlId().isBlank()
                        && e.message.controlId().equals(message.controlId())
                        && e.message.sender().equals(message.sender()))
                .toList();
    }

    private static Kept seenBefore(Entry same) {
        if (same.verdict.equals("HELD")) {
            return new Kept.Held(same.id, same.incident);
        }
        boolean workOn = same.answer == null || same.verdict.equals("REJECTED");
        return workOn ? new Kept.Fresh(same.id) : new Kept.Repeat(same.id, same.answer);
    }

    @Override
    public synchronized byte[] apply(long messageId, HisCommand command, Function<Outcome, byte[]> answer) {
        Outcome outcome = outcomeOf(command);
        Entry entry = entries.get(messageId);
        boolean waits = outcome instanceof Outcome.Waiting;
        entry.answer = answer.apply(outcome);
        entry.verdict = waits ? "WAITING" : "APPLIED";
        entry.waitsFor = waits ? Set.copyOf(command.concerns()) : Set.of();
        if (!waits) {
            applied.add(command);
        }
        return entry.answer;
    }

    @Override
    public synchronized byte[] applyAll(
            long messageId,
            List<PatientDetails> people,
            List<HisCommand.OfVisit> commands,
            Function<List<Outcome>, byte[]> answer) {
        throw new UnsupportedOperationException("HL7 v2 asks for one command a message");
    }

    @Override
    public synchronized void refuse(long id, Verdict verdict, String reason, String incident, byte[] answer) {
        Entry entry = entries.get(id);
        entry.verdict = verdict.name();
        entry.reason = reason;
        entry.incident = incident;
        entry.answer = answer;
        entry.waitsFor = Set.of();
    }

    @Override
    public synchronized void note(long messageId, String note, byte[] answer) {
        Entry entry = entries.get(messageId);
        entry.verdict = "APPLIED";
        entry.reason = note;
        entry.answer = answer;
    }

    @Override
    public synchronized List<WaitingMessage> waitingFor(VisitNumber visit) {
        return entries.values().stream()
                .filter(e -> e.waitsFor.contains(visit))
                .map(e -> new WaitingMessage(e.id, e.message.channel(), e.message.content()))
                .toList();
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized Entry last() {
        return entries.get((long) entries.size());
    }

    private Outcome outcomeOf(HisCommand command) {
        if (command instanceof HisCommand.MergeVisits merge && merge.accounts()) {
            return new Outcome.Applied("no visit of these accounts waits for them");
        }
        if (command instanceof HisCommand.Admit || command instanceof HisCommand.ChangeClass) {
            visits.addAll(command.concerns());
        }
        Optional<VisitNumber> missing =
                command.concerns().stream().findFirst().filter(visit -> !visits.contains(visit));
        if (missing.isPresent()) {
            return new Outcome.Waiting("visit " + missing.get() + " is not here yet");
        }
        if (command instanceof HisCommand.PlaceOrders orders
                && !orders.postings().isEmpty()) {
            return post(orders.postings());
        }
        return command instanceof HisCommand.PostCharges charges
                ? post(charges.postings())
                : new Outcome.Applied("done");
    }

    private static boolean isSame(ChargePosting one, ChargePosting other) {
        return one.kind() == other.kind()
                && one.itemCode().equals(other.itemCode())
                && one.amount().equals(other.amount());
    }

    private Outcome post(List<ChargePosting> charges) {
        for (ChargePosting posting : charges) {
            Optional<String> missing = posting.reverses().filter(id -> !ledger.containsKey(id));
            if (missing.isPresent()) {
                return new Outcome.Waiting("charge " + missing.get() + " is not here yet");
            }
            ChargePosting same = ledger.get(posting.transactionId());
            if (same != null && !posting.replaces() && !isSame(same, posting)) {
                throw new OfficeRefused(ReasonCode.CHARGE_CHANGED, posting.transactionId(), "");
            }
        }
        if (!unpostable.isEmpty()
                && charges.stream().anyMatch(p -> p.transactionId().startsWith(unpostable))) {
            throw new IllegalStateException("the store fails");
        }
        charges.forEach(posting -> ledger.put(posting.transactionId(), posting));
        return new Outcome.Applied(charges.size() + " postings");
    }
}
