package org.yibaoban.quota.indicator;

import java.util.Map;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * What a settled visit came to, in yuan.
 *
 * @param total the layers and the patient's part added up
 * @param borne by the patient
 * @param fund what neither the patient nor the hospital bears
 * @param belowDeductible whether nothing was left in scope after the deductible
 */
public record Settled(Money total, Money borne, Money fund, boolean belowDeductible) {

    private static final Set<SettlementField> HOSPITALS =
            Set.of(SettlementField.HOSPITAL_WAIVER, SettlementField.HOSPITAL_LIABILITY);

    /** Of a payer's answer; a field that it leaves out is 0. */
    public static Settled of(Map<SettlementField, Money> amounts) {
        Money layers = Money.ZERO;
        Money fund = Money.ZERO;
        for (SettlementField layer : SettlementField.LAYERS) {
            Money amount = amounts.getOrDefault(layer, Money.ZERO);
            layers = layers.plus(amount);
            fund = HOSPITALS.contains(layer) ? fund : fund.plus(amount);
        }
        Money borne = amounts.getOrDefault(SettlementField.PERSONAL, Money.ZERO);
        Money deductible = amounts.getOrDefault(SettlementField.DEDUCTIBLE, Money.ZERO);
        Money inScope = amounts.getOrDefault(SettlementField.IN_SCOPE, Money.ZERO);
        return new Settled(
                layers.plus(borne), borne, fund, deductible.isPositive() && inScope.compareTo(deductible) <= 0);
    }

    /** The money alone. */
    public Tally sums() {
        return Tally.of(Measure.SETTLED_CHARGES, total)
                .plus(Measure.PATIENT_BORNE, borne)
                .plus(Measure.FUND_CHARGES, fund);
    }

    /** What a stay that is settled so adds. */
    Tally tally() {
        Tally tally = sums();
        return belowDeductible
                ? tally.plus(Measure.BELOW_DEDUCTIBLE_STAYS, 1).plus(Measure.BELOW_DEDUCTIBLE_CHARGES, total)
                : tally.plus(Measure.SETTLED_STAYS, 1);
    }
}
