package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.tabular.SeenRow;
import org.yibaoban.visit.Diagnosis;

/** Puts rows of one key together: charges are added up, the diagnoses of a visit stand side by side. */
final class Sums {

    private final Map<String, List<Draft>> groups = new LinkedHashMap<>();

    void add(Draft draft) {
        groups.computeIfAbsent(draft.key(), key -> new ArrayList<>()).add(draft);
    }

    /** The groups, in the order of their first rows; what cannot be put together goes to the tally. */
    List<Draft> drafts(Tally tally) {
        List<Draft> drafts = new ArrayList<>();
        groups.values().forEach(group -> {
            try {
                drafts.add(together(group));
            } catch (RowFault fault) {
                group.forEach(draft -> tally.rejected(draft, fault, ""));
            }
        });
        return drafts;
    }

    private static Draft together(List<Draft> group) {
        Draft first = group.get(0);
        List<RowSource.RawRow> rows =
                group.stream().flatMap(draft -> draft.rows().stream()).toList();
        String digest = Digest.of(group.stream()
                .map(Draft::digest)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining()));
        Draft.Fact fact =
                first.fact() instanceof Draft.Fact.Posted ? new Draft.Fact.Posted(sum(group)) : diagnosed(group);
        return new Draft(rows, first.key(), digest, fact);
    }

    private static ChargeRow sum(List<Draft> group) {
        ChargeRow first = charge(group.get(0));
        BigDecimal quantity = BigDecimal.ZERO;
        Money amount = Money.ZERO;
        for (Draft draft : group) {
            ChargeRow row = charge(draft);
            if (!row.itemCode().equals(first.itemCode()) || !row.visit().equals(first.visit())) {
                throw RowFault.of(RowReason.MIXED_ITEMS, "", "");
            }
            quantity = quantity.add(row.quantity());
            amount = amount.plus(row.amount());
        }
        if (group.size() == 1) {
            return first;
        }
        return checked(first.of(quantity, amount));
    }

    /** Quantity and amount must point the same way; both may come to nothing. */
    private static ChargeRow checked(ChargeRow sum) {
        if (sum.quantity().signum() != sum.amount().yuan().signum()) {
            throw RowFault.of(RowReason.NOT_PRODUCT, "", sum.quantity().toPlainString() + " / " + sum.amount());
        }
        return sum;
    }

    /**
     * What of a sum was not posted yet.
     *
     * @throws RowFault when rows of the key have vanished or changed: then nobody can say what the sum is
     */
    static ChargeRow further(Draft draft, SeenRow before) {
        ChargeRow sum = charge(draft);
        if (draft.rows().size() <= before.rows()) {
            throw RowFault.of(
                    draft.rows().size() < before.rows() ? RowReason.KEY_SHRUNK : RowReason.KEY_CHANGED, "", "");
        }
        return checked(
                sum.of(sum.quantity().subtract(before.quantity()), sum.amount().minus(before.amount())));
    }

    /** As they stand in the file, the first being the principal one; each once. */
    private static Draft.Fact diagnosed(List<Draft> group) {
        List<Diagnosis> diagnoses = group.stream()
                .map(draft -> (HisCommand.Update)
                        ((Draft.Fact.Told) draft.fact()).commands().get(0))
                .flatMap(update -> update.diagnoses().stream())
                .distinct()
                .toList();
        Draft.Fact.Told first = (Draft.Fact.Told) group.get(0).fact();
        return new Draft.Fact.Told(first.visit(), List.of(RowMapping.update(first.visit(), diagnoses)));
    }

    private static ChargeRow charge(Draft draft) {
        return ((Draft.Fact.Posted) draft.fact()).charge();
    }
}
