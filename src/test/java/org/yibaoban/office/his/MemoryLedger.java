package org.yibaoban.office.his;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.money.Money;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.Ledger.TakenBack;

/** A visit's ledger in memory, asked as the store asks the real one; messages that must wait are tried again. */
final class MemoryLedger {

    private static final Catalogue NO_ITEMS = new Catalogue(List.of());

    final List<ChargeLineRow> lines = new ArrayList<>();
    final List<HisCommand.PostCharges> waiting = new ArrayList<>();

    /** Which line takes back which: the store links them by row id. */
    private final Map<ChargeLineRow, String> originals = new HashMap<>();

    void receive(HisCommand.PostCharges message) {
        if (!post(message)) {
            waiting.add(message);
            return;
        }
        for (boolean moved = true; moved; ) {
            moved = waiting.removeIf(this::post);
        }
    }

    Money net() {
        return Money.sum(lines.stream().map(ChargeLineRow::amount).toList());
    }

    /** What is left of each charge. */
    List<Money> left() {
        return lines.stream()
                .filter(line -> !line.isReversal())
                .map(line -> line.amount()
                        .minus(takenBack()
                                .getOrDefault(line.transactionId(), TakenBack.NOTHING)
                                .amount()))
                .toList();
    }

    private boolean post(HisCommand.PostCharges message) {
        LedgerBatch batch = new LedgerBatch(1L, "0301", NO_ITEMS, known(message), message.told());
        for (ChargePosting posting : message.postings()) {
            Optional<Outcome> early = batch.add(posting);
            if (early.isPresent()) {
                return false;
            }
        }
        batch.lines().forEach(line -> {
            lines.add(line.told(message.told()));
            line.takesBack().ifPresent(original -> originals.put(line, original));
        });
        return true;
    }

    private LedgerBatch.Known known(HisCommand.PostCharges message) {
        List<String> ids = message.postings().stream()
                .flatMap(p -> Stream.concat(Stream.of(p.transactionId()), p.reverses().stream()))
                .toList();
        List<String> items =
                message.postings().stream().map(ChargePosting::itemCode).toList();
        List<ChargeLineRow> candidates = new ArrayList<>(lines.stream()
                .filter(line -> !line.isReversal() && items.contains(line.item().code()))
                .toList());
        Collections.reverse(candidates);
        return new LedgerBatch.Known(
                lines.stream()
                        .filter(line -> ids.contains(line.transactionId()) || ids.contains(line.sendersId()))
                        .toList(),
                candidates,
                takenBack());
    }

    private Map<String, TakenBack> takenBack() {
        Map<String, TakenBack> sums = new HashMap<>();
        originals.forEach((line, original) -> sums.merge(
                original,
                new TakenBack(line.quantity().negate(), line.amount().negated()),
                (a, b) ->
                        new TakenBack(a.quantity().add(b.quantity()), a.amount().plus(b.amount()))));
        return sums;
    }

    static LocalDateTime minute(int n) {
        return LocalDateTime.of(2026, 11, 22, 8, 0).plusMinutes(n);
    }
}
