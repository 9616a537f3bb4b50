package org.yibaoban.bench;

import java.math.BigDecimal;
import org.yibaoban.benefit.SettlementField;

/** The stay as a fact for the rules: what is entered so far, and which layer comes next. */
public final class RuleStay {

    private final BigDecimal[] amounts = new BigDecimal[SettlementField.values().length];
    private BigDecimal waived = BigDecimal.ZERO;
    private BigDecimal coinsurance = BigDecimal.ZERO;
    private BigDecimal insidePart = BigDecimal.ZERO;
    private String stage = "split";

    public RuleStay() {
        java.util.Arrays.fill(amounts, BigDecimal.ZERO);
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public BigDecimal get(SettlementField field) {
        return amounts[field.ordinal()];
    }

    public void put(SettlementField field, BigDecimal amount) {
        amounts[field.ordinal()] = amount;
    }

    /** Adds a part of a line, takes it away for a reversal. */
    public void add(SettlementField field, BigDecimal amount, boolean reversal) {
        BigDecimal before = amounts[field.ordinal()];
        amounts[field.ordinal()] = reversal ? before.subtract(amount) : before.add(amount);
    }

    public void addWaived(BigDecimal amount, boolean reversal) {
        waived = reversal ? waived.subtract(amount) : waived.add(amount);
    }

    public BigDecimal getWaived() {
        return waived;
    }

    public BigDecimal getEligible() {
        return get(SettlementField.IN_SCOPE).subtract(get(SettlementField.DEDUCTIBLE));
    }

    public void setCoinsurance(BigDecimal amount) {
        coinsurance = amount;
    }

    public BigDecimal getBurden() {
        return get(SettlementField.DEDUCTIBLE).add(coinsurance).add(get(SettlementField.OVER_CAP));
    }

    /** What the patient still bears inside the catalogue after the funds. */
    public BigDecimal getInside() {
        return getBurden()
                .add(get(SettlementField.PRE_SELF_PAY))
                .subtract(get(SettlementField.LARGE_AMOUNT))
                .subtract(get(SettlementField.SERIOUS_ILLNESS));
    }

    public void setInsidePart(BigDecimal amount) {
        insidePart = amount;
    }

    public BigDecimal getInsidePart() {
        return insidePart;
    }

    public BigDecimal getStillBorne() {
        BigDecimal rest = get(SettlementField.TOTAL);
        for (SettlementField layer : SettlementField.LAYERS) {
            rest = rest.subtract(get(layer));
        }
        return rest;
    }

    BigDecimal[] amounts() {
        return amounts;
    }
}
