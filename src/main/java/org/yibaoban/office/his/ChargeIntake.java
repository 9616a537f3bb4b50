package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Takes charges and credits into the ledger. One message is taken whole or not at all; the number of queries does not
 * depend on how many postings it holds, nor on the hospital's history.
 */
@ApplicationScoped
public class ChargeIntake {

    /** Unit prices have six places in the national interface; a price that the HIS left out is derived from the amount. */
    private static final MathContext UNIT_PRICE = MathContext.DECIMAL64;

    @Inject
    private Visits visits;

    @Inject
    private Ledger ledger;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Event<ChargesPosted> posted;

    @Inject
    private Clock clock;

    /** Runs in the caller's transaction. */
    Outcome post(HisCommand.PostCharges command, long messageId) {
        Optional<VisitRow> known = visits.lock(command.visit());
        if (known.isEmpty()) {
            return new Outcome.Waiting(
                    "就诊 " + command.visit() + " 尚未入院 / visit " + command.visit() + " is not admitted yet");
        }
        VisitRow visit = known.get();
        refuseWrong(visit, command);
        Batch batch = open(visit, command);
        for (ChargePosting posting : command.postings()) {
            Optional<Outcome> early = batch.add(posting);
            if (early.isPresent()) {
                return early.get();
            }
        }
        batch.lines.forEach(line -> line.postedBy(messageId, clock.instant()));
        ledger.post(visit, batch.lines);
        posted.fire(new ChargesPosted(visit, List.copyOf(batch.lines)));
        return new Outcome.Applied("入账 " + batch.lines.size() + " 行，此前已入账 " + batch.repeated + " 行 / "
                + batch.lines.size() + " lines posted, " + batch.repeated + " posted before");
    }

    private static void refuseWrong(VisitRow visit, HisCommand.PostCharges command) {
        if (command.patient()
                .filter(patient -> !patient.value().equals(visit.patient().number()))
                .isPresent()) {
            throw new OfficeRefused(ReasonCode.PATIENT_MISMATCH, "visit " + visit.number(), "");
        }
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent() && !visit.reopenedAfterClaim()) {
            throw new OfficeRefused(
                    ReasonCode.VISIT_SETTLED,
                    "visit " + visit.number(),
                    "claim is " + visit.claimState().get());
        }
    }

    private Batch open(VisitRow visit, HisCommand.PostCharges command) {
        List<String> ids = command.postings().stream()
                .flatMap(p -> Stream.concat(Stream.of(p.transactionId()), p.reverses().stream()))
                .distinct()
                .toList();
        List<String> creditedItems = command.postings().stream()
                .filter(p ->
                        p.kind() == ChargePosting.Kind.CREDIT && p.reverses().isEmpty())
                .map(ChargePosting::itemCode)
                .distinct()
                .toList();
        List<ChargeLineRow> named = ledger.lines(visit, ids);
        List<ChargeLineRow> candidates = ledger.charges(visit, creditedItems);
        Map<String, Ledger.TakenBack> takenBack = ledger.takenBack(
                Stream.concat(named.stream(), candidates.stream()).toList());
        return new Batch(visit, named, candidates, takenBack);
    }

    /** The lines that one message adds, with what the ledger already holds of them. */
    private final class Batch {
        private final VisitRow visit;
        private final Map<String, ChargeLineRow> byTransaction;
        private final List<ChargeLineRow> candidates;
        private final Map<String, Ledger.TakenBack> takenBack;
        private final List<ChargeLineRow> lines = new ArrayList<>();
        private int repeated;

        Batch(
                VisitRow visit,
                List<ChargeLineRow> named,
                List<ChargeLineRow> candidates,
                Map<String, Ledger.TakenBack> takenBack) {
            this.visit = visit;
            this.byTransaction =
                    named.stream().collect(Collectors.toMap(ChargeLineRow::transactionId, Function.identity()));
            this.candidates = candidates;
            this.takenBack = new HashMap<>(takenBack);
        }

        /** Empty when it was added or had been posted before; an outcome when the whole message must wait. */
        Optional<Outcome> add(ChargePosting posting) {
            ChargeLineRow posted = byTransaction.get(posting.transactionId());
            if (posted != null) {
                refuseChanged(posted, posting);
                repeated++;
                return Optional.empty();
            }
            if (posting.kind() == ChargePosting.Kind.CHARGE) {
                keep(charge(posting));
                return Optional.empty();
            }
            Optional<ChargeLineRow> original = original(posting);
            if (original.isEmpty()) {
                return Optional.of(
                        new Outcome.Waiting("冲减 " + posting.transactionId() + " 的原收费尚未到达 / the charge that credit "
                                + posting.transactionId() + " takes back is not here yet"));
            }
            keep(credit(original.get(), posting));
            return Optional.empty();
        }

        private void keep(ChargeLineRow line) {
            byTransaction.put(line.transactionId(), line);
            lines.add(line);
        }

        private ChargeLineRow charge(ChargePosting posting) {
            ItemSnapshot item = catalogue
                    .find(posting.itemCode(), posting.at().toLocalDate())
                    .map(ItemSnapshot::new)
                    .orElseGet(() -> ItemSnapshot.unknown(posting.itemCode(), posting.itemName()));
            BigDecimal unitPrice =
                    posting.unitPrice().orElseGet(() -> posting.amount().yuan().divide(posting.quantity(), UNIT_PRICE));
            return new ChargeLineRow(
                            visit.id(),
                            posting.transactionId(),
                            item,
                            posting.quantity(),
                            unitPrice,
                            posting.amount(),
                            posting.at(),
                            department(posting))
                    .ordered(posting.orderedBy(), posting.orderNumber());
        }

        private String department(ChargePosting posting) {
            return posting.orderingDepartment().isBlank()
                    ? visit.location().department()
                    : posting.orderingDepartment();
        }

        private ChargeLineRow credit(ChargeLineRow original, ChargePosting posting) {
            Ledger.TakenBack before = takenBack.getOrDefault(original.transactionId(), Ledger.TakenBack.NOTHING);
            Ledger.TakenBack after = new Ledger.TakenBack(
                    before.quantity().add(posting.quantity()), before.amount().plus(posting.amount()));
            if (exceeds(original, after)) {
                throw new OfficeRefused(
                        ReasonCode.REVERSAL_EXCEEDS,
                        "transaction " + posting.transactionId(),
                        "charge " + original.transactionId() + " was " + original.amount() + " yuan, taken back so far "
                                + before.amount());
            }
            takenBack.put(original.transactionId(), after);
            return original.reversal(posting.transactionId(), posting.quantity(), posting.amount(), posting.at())
                    .ordered(posting.orderedBy(), posting.orderNumber());
        }

        /** The charge that a credit names, or the newest of the item of which that much is left. */
        private Optional<ChargeLineRow> original(ChargePosting posting) {
            if (posting.reverses().isPresent()) {
                return Optional.ofNullable(byTransaction.get(posting.reverses().get()))
                        .filter(line -> !line.isReversal());
            }
            return candidates.stream()
                    .filter(line -> {
                        Ledger.TakenBack before =
                                takenBack.getOrDefault(line.transactionId(), Ledger.TakenBack.NOTHING);
                        return !exceeds(
                                line,
                                new Ledger.TakenBack(
                                        before.quantity().add(posting.quantity()),
                                        before.amount().plus(posting.amount())));
                    })
                    .findFirst();
        }

        private static boolean exceeds(ChargeLineRow original, Ledger.TakenBack taken) {
            return taken.quantity().compareTo(original.quantity()) > 0
                    || taken.amount().compareTo(original.amount()) > 0;
        }

        private static void refuseChanged(ChargeLineRow posted, ChargePosting posting) {
            Money amount = posting.kind() == ChargePosting.Kind.CHARGE
                    ? posting.amount()
                    : posting.amount().negated();
            if (!posted.amount().equals(amount) || !posted.item().code().equals(posting.itemCode())) {
                throw new OfficeRefused(
                        ReasonCode.CHARGE_CHANGED,
                        "transaction " + posting.transactionId(),
                        "posted with " + posted.amount() + " yuan, now " + amount);
            }
        }
    }
}
