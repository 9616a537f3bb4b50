package org.yibaoban.office.his;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.Ledger.TakenBack;

/**
 * The lines that one message adds to a visit's ledger, worked out from what the ledger already holds of them. No line
 * is ever taken back by more than it was.
 */
final class LedgerBatch {

    /** Unit prices have six places in the national interface; a price that the HIS left out is derived from the amount. */
    private static final MathContext UNIT_PRICE = MathContext.DECIMAL64;

    /**
     * What the ledger holds.
     *
     * @param named lines with the ids that the message names, and those that took their place, oldest first
     * @param candidates charges of the items that the message credits without naming a charge, newest first
     * @param takenBack what was taken back of them, by transaction id
     */
    record Known(List<ChargeLineRow> named, List<ChargeLineRow> candidates, Map<String, TakenBack> takenBack) {}

    private final Long visitId;
    private final String visitsDepartment;
    private final Catalogue catalogue;
    private final LocalDateTime told;
    private final List<ChargeLineRow> named;
    private final List<ChargeLineRow> candidates;
    private final Map<String, TakenBack> takenBack;
    private final List<ChargeLineRow> lines = new ArrayList<>();
    private int repeated;

    LedgerBatch(Long visitId, String visitsDepartment, Catalogue catalogue, Known known, LocalDateTime told) {
        this.visitId = visitId;
        this.visitsDepartment = visitsDepartment;
        this.catalogue = catalogue;
        this.told = told;
        this.named = new ArrayList<>(known.named());
        this.candidates = known.candidates();
        this.takenBack = new HashMap<>(known.takenBack());
    }

    /** What is to be added, a charge before what takes it back. */
    List<ChargeLineRow> lines() {
        return lines;
    }

    /** How many postings were in the ledger before. */
    int repeated() {
        return repeated;
    }

    /**
     * Empty when it was added or had been posted before; an outcome when the whole message must wait.
     *
     * @throws OfficeRefused when it contradicts what was posted
     */
    Optional<Outcome> add(ChargePosting posting) {
        List<ChargeLineRow> before = named.stream()
                .filter(line -> line.transactionId().equals(posting.transactionId())
                        || line.sendersId().equals(posting.transactionId()))
                .toList();
        if (!before.isEmpty()) {
            again(posting, before);
            return Optional.empty();
        }
        if (posting.kind() == ChargePosting.Kind.CHARGE && !posting.amount().isZero()) {
            ChargeLineRow line = charge(posting, posting.transactionId());
            // an update that comes before its charge says already what the charge will not know
            keep(posting.replaces() ? line.revising(posting.transactionId()) : line);
            return Optional.empty();
        }
        Optional<ChargeLineRow> original =
                posting.kind() == ChargePosting.Kind.CHARGE ? Optional.empty() : original(posting);
        if (original.isEmpty()) {
            return Optional.of(new Outcome.Waiting("冲减 " + posting.transactionId()
                    + " 的原收费尚未到达 / the charge that credit " + posting.transactionId() + " takes back is not here yet"));
        }
        keep(credit(original.get(), posting));
        return Optional.empty();
    }

    /** @param before the line of this id, and those that took its place, oldest first */
    private void again(ChargePosting posting, List<ChargeLineRow> before) {
        boolean newest = before.stream().noneMatch(line -> line.isNewerThan(told));
        boolean updated = posting.replaces() || before.stream().anyMatch(ChargeLineRow::isRevision);
        ChargeLineRow latest = latestOf(before).orElse(before.get(0));
        boolean changes = posting.replaces() && newest && !latest.isReversal() && !says(latest, posting);
        if (changes) {
            replace(latest, posting, before.size());
        } else if (updated && !newest || before.stream().anyMatch(line -> says(line, posting))) {
            repeated++;
        } else {
            throw changed(posting, latest);
        }
    }

    /** Whether a line stands for this posting. One that was taken back wholly stands for an update to nothing as well. */
    private boolean says(ChargeLineRow line, ChargePosting posting) {
        if (posting.amount().isZero()) {
            return left(line).amount().isZero();
        }
        Money amount = posting.kind() == ChargePosting.Kind.CHARGE
                ? posting.amount()
                : posting.amount().negated();
        return line.amount().equals(amount) && line.item().code().equals(posting.itemCode());
    }

    /** An update: what is left of the charge is taken back, what it is now stands in its place. */
    private void replace(ChargeLineRow latest, ChargePosting posting, int version) {
        TakenBack left = left(latest);
        String id = posting.transactionId() + "/u" + version;
        if (!left.amount().isZero()) {
            if (!left.amount().equals(latest.amount())) {
                throw changed(posting, latest);
            }
            takenBack.put(latest.transactionId(), new TakenBack(latest.quantity(), latest.amount()));
            keep(latest.reversal(id + "-", left.quantity(), left.amount(), posting.at())
                    .revising(posting.transactionId()));
        }
        if (!posting.amount().isZero()) {
            keep(charge(posting, id).revising(posting.transactionId()));
        }
    }

    private static OfficeRefused changed(ChargePosting posting, ChargeLineRow line) {
        return new OfficeRefused(
                ReasonCode.CHARGE_CHANGED,
                "transaction " + posting.transactionId(),
                "posted with " + line.amount() + " yuan, now "
                        + (posting.kind() == ChargePosting.Kind.CHARGE ? "" : "-") + posting.amount());
    }

    private void keep(ChargeLineRow line) {
        named.add(line);
        lines.add(line);
    }

    private ChargeLineRow charge(ChargePosting posting, String id) {
        ItemSnapshot item = catalogue
                .find(posting.itemCode(), posting.at().toLocalDate())
                .map(ItemSnapshot::new)
                .orElseGet(() -> ItemSnapshot.unknown(posting.itemCode(), posting.itemName()));
        BigDecimal unitPrice =
                posting.unitPrice().orElseGet(() -> posting.amount().yuan().divide(posting.quantity(), UNIT_PRICE));
        return new ChargeLineRow(
                        visitId,
                        id,
                        item,
                        posting.quantity(),
                        unitPrice,
                        posting.amount(),
                        posting.at(),
                        posting.orderingDepartment().isBlank() ? visitsDepartment : posting.orderingDepartment())
                .ordered(posting.orderedBy(), posting.orderNumber())
                .supplied(posting.supply());
    }

    private ChargeLineRow credit(ChargeLineRow original, ChargePosting posting) {
        TakenBack left = left(original);
        if (!covers(left, posting)) {
            throw new OfficeRefused(
                    ReasonCode.REVERSAL_EXCEEDS,
                    "transaction " + posting.transactionId(),
                    "charge " + original.transactionId() + " was " + original.amount() + " yuan, of which "
                            + left.amount() + " are left");
        }
        takenBack.merge(
                original.transactionId(),
                new TakenBack(posting.quantity(), posting.amount()),
                (a, b) ->
                        new TakenBack(a.quantity().add(b.quantity()), a.amount().plus(b.amount())));
        return original.reversal(posting.transactionId(), posting.quantity(), posting.amount(), posting.at())
                .ordered(posting.orderedBy(), posting.orderNumber());
    }

    /** The charge that a credit names; else of its item one of which exactly that much is left, else the newest that covers it. */
    private Optional<ChargeLineRow> original(ChargePosting posting) {
        if (posting.reverses().isPresent()) {
            String id = posting.reverses().get();
            return latestOf(
                    named.stream().filter(line -> line.sendersId().equals(id)).toList());
        }
        return candidates.stream()
                .filter(line -> left(line).quantity().compareTo(posting.quantity()) == 0
                        && left(line).amount().equals(posting.amount()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(line -> covers(left(line), posting))
                        .findFirst());
    }

    /** The charge that stands for a transaction now. */
    private static Optional<ChargeLineRow> latestOf(List<ChargeLineRow> versions) {
        return versions.stream().filter(line -> !line.isReversal()).reduce((a, b) -> b);
    }

    private TakenBack left(ChargeLineRow charge) {
        TakenBack before = takenBack.getOrDefault(charge.transactionId(), TakenBack.NOTHING);
        return new TakenBack(
                charge.quantity().subtract(before.quantity()), charge.amount().minus(before.amount()));
    }

    private static boolean covers(TakenBack left, ChargePosting posting) {
        return left.quantity().compareTo(posting.quantity()) >= 0
                && left.amount().compareTo(posting.amount()) >= 0;
    }
}
