package org.yibaoban.benefit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yibaoban.money.Money;

/**
 * The sheet that one settlement is worked out on: each layer reads what stands above and enters its own amount with the
 * reason. It lives for one call and never leaves the engine.
 */
final class Worksheet {

    private static final Supplier<Reason> DOES_NOT_ARISE =
            Reason.fixed("2", "方案或本次结算无此项", "does not arise in this plan or settlement");

    private final Plan plan;
    private final Situation situation;
    private final Charges charges;
    private final Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
    private final List<Explanation> explanation = new ArrayList<>(SettlementField.ALL.size());
    private Money coinsurance = Money.ZERO;
    private Money burden = Money.ZERO;
    private Supplier<Reason> otherwise = DOES_NOT_ARISE;

    Worksheet(Plan plan, Situation situation, Charges charges) {
        this.plan = plan;
        this.situation = situation;
        this.charges = charges;
    }

    Plan plan() {
        return plan;
    }

    Situation situation() {
        return situation;
    }

    Charges charges() {
        return charges;
    }

    /** What stands on the sheet, nothing where it is not yet entered. */
    Money get(SettlementField field) {
        return amounts.getOrDefault(field, Money.ZERO);
    }

    /**
     * Enters an amount, once.
     *
     * @param reason called when somebody reads it, long after: it must use only figures fixed by now, not this sheet's
     */
    void enter(SettlementField field, Money amount, Supplier<Reason> reason) {
        if (amounts.put(field, amount) != null) {
            throw new IllegalStateException(field.key() + " is settled twice");
        }
        explanation.add(new Explanation(field, amount, reason));
    }

    boolean has(SettlementField field) {
        return amounts.containsKey(field);
    }

    /** Why the fields that nobody enters are 0. */
    void explainTheRestBy(Supplier<Reason> reason) {
        otherwise = reason;
    }

    /** The member's share of what the basic fund looked at, an amount between two fields. */
    void setCoinsurance(Money amount) {
        coinsurance = amount;
    }

    Money coinsurance() {
        return coinsurance;
    }

    /** What the visit adds to the year's burden: deductible, coinsurance and what lies above the cap. */
    void countBurden() {
        burden = get(SettlementField.DEDUCTIBLE).plus(coinsurance).plus(get(SettlementField.OVER_CAP));
    }

    Money burden() {
        return burden;
    }

    /** The total less what each layer on the sheet pays. */
    Money stillBorne() {
        Money paid = Money.ZERO;
        for (SettlementField field : SettlementField.LAYERS) {
            paid = paid.plus(get(field));
        }
        return get(SettlementField.TOTAL).minus(paid);
    }

    Optional<PlanTerm> find(String key) {
        return plan.find(key, situation);
    }

    PlanTerm require(String key) {
        return plan.require(key, situation);
    }

    /** The finished sheet; what nobody entered is 0. */
    Settlement settlement() {
        for (SettlementField field : SettlementField.ALL) {
            if (!has(field)) {
                enter(field, Money.ZERO, otherwise);
            }
        }
        return new Settlement(plan.id(), situation.member().standing(), amounts, burden, explanation);
    }
}
