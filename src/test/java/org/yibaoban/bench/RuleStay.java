package org.yibaoban.bench;

import java.util.Arrays;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/** The stay as a fact for the rules: what is entered so far, and which layer comes next. */
public final class RuleStay {

    private final Money[] amounts = new Money[SettlementField.values().length];
    private Money waived = Money.ZERO;
    private Money coinsurance = Money.ZERO;
    private Money insidePart = Money.ZERO;
    private String stage = "split";

    public RuleStay() {
        Arrays.fill(amounts, Money.ZERO);
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public Money get(SettlementField field) {
        return amounts[field.ordinal()];
    }

    public void put(SettlementField field, Money amount) {
        amounts[field.ordinal()] = amount;
    }

    /** Adds a part of a line, takes it away for a reversal. */
    public void add(SettlementField field, Money amount, boolean reversal) {
        Money before = amounts[field.ordinal()];
        amounts[field.ordinal()] = reversal ? before.minus(amount) : before.plus(amount);
    }

    public void addWaived(Money amount, boolean reversal) {
        waived = reversal ? waived.minus(amount) : waived.plus(amount);
    }

    public Money getWaived() {
        return waived;
    }

    public Money getEligible() {
        return get(SettlementField.IN_SCOPE).minus(get(SettlementField.DEDUCTIBLE));
    }

    public void setCoinsurance(Money amount) {
        coinsurance = amount;
    }

    public Money getBurden() {
        return get(SettlementField.DEDUCTIBLE).plus(coinsurance).plus(get(SettlementField.OVER_CAP));
    }

    /** What the patient still bears inside the catalogue after the funds. */
    public Money getInside() {
        return getBurden()
                .plus(get(SettlementField.PRE_SELF_PAY))
                .minus(get(SettlementField.LARGE_AMOUNT))
                .minus(get(SettlementField.SERIOUS_ILLNESS));
    }

    public void setInsidePart(Money amount) {
        insidePart = amount;
    }

    public Money getInsidePart() {
        return insidePart;
    }

    public Money getStillBorne() {
        Money rest = get(SettlementField.TOTAL);
        for (SettlementField layer : SettlementField.LAYERS) {
            rest = rest.minus(get(layer));
        }
        return rest;
    }

    Money[] amounts() {
        return amounts;
    }
}
