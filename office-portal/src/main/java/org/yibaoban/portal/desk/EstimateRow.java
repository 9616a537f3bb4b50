package org.yibaoban.portal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayBill;

/**
 * One amount of the estimate beside the payer's.
 *
 * @param estimate in yuan, empty while there is no estimate
 * @param payer in yuan, empty while the payer has not answered
 * @param explanation why the estimate is what it is; empty for what no rule computed
 */
public record EstimateRow(
        SettlementField field, Optional<Money> estimate, Optional<Money> payer, List<Explanation> explanation) {

    /** Every field of a settlement, in the order of a settlement sheet. */
    public static List<EstimateRow> of(StayBill bill) {
        Map<SettlementField, Money> answered = bill.claim()
                .filter(ClaimView::holdsVisit)
                .map(ClaimView::amounts)
                .orElse(Map.of());
        return Arrays.stream(SettlementField.values())
                .map(field -> new EstimateRow(
                        field,
                        bill.estimate().map(settlement -> settlement.amount(field)),
                        Optional.ofNullable(answered.get(field)),
                        explanation(bill.estimate(), field)))
                .toList();
    }

    /** Both are there and are not the same. */
    public boolean differs() {
        return estimate.isPresent() && payer.isPresent() && !estimate.equals(payer);
    }

    public boolean explained() {
        return !explanation.isEmpty();
    }

    /** What others bear. */
    public boolean layer() {
        return SettlementField.LAYERS.contains(field);
    }

    private static List<Explanation> explanation(Optional<Settlement> estimate, SettlementField field) {
        return estimate.map(Settlement::explanation).orElse(List.of()).stream()
                .filter(entry -> entry.field() == field)
                .toList();
    }
}
