package org.yibaoban.benefit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a stay's settlement (spec/settlement.md, section 2). Each needs figures of those before it, so a plan may
 * leave some out but not turn the order round.
 */
public enum Layer {
    DEDUCTIBLE(SettlementField.DEDUCTIBLE),
    BASIC_FUND(SettlementField.BASIC_FUND),
    LARGE_AMOUNT(SettlementField.LARGE_AMOUNT),
    SERIOUS_ILLNESS(SettlementField.SERIOUS_ILLNESS),
    SUPPLEMENT(SettlementField.SUPPLEMENT),
    ASSISTANCE(SettlementField.ASSISTANCE),
    HOSPITAL_WAIVER(SettlementField.HOSPITAL_WAIVER),
    BACKSTOP(SettlementField.BACKSTOP),
    PERSONAL_ACCOUNT(SettlementField.ACCOUNT);

    /** Without these a plan has no terms for a stay. */
    public static final Set<Layer> OF_EVERY_STAY = Set.of(DEDUCTIBLE, BASIC_FUND);

    private final SettlementField field;

    Layer(SettlementField field) {
        this.field = field;
    }

    /** The field that it settles. */
    public SettlementField field() {
        return field;
    }

    /** The word used in plan files, such as {@code basic_fund}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Layer> ofKey(String key) {
        return Arrays.stream(values()).filter(layer -> layer.key().equals(key)).findFirst();
    }
}
