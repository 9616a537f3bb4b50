package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;

class ChargeSplitTest {

    @Test
    void classAIsWhollyInScope() {
        assertThat(ChargeSplit.of(Lines.a("10.00"))).isEqualTo(split("0", "0", "0", "10.00"));
    }

    @Test
    void classCIsPaidInFullAndItsLimitIgnored() {
        assertThat(ChargeSplit.of(Lines.limited(Lines.c("10.00"), "1", "3"))).isEqualTo(split("10.00", "0", "0", "0"));
    }

    @ParameterizedTest
    @CsvSource({
        // amount, quantity, limit, over, in scope
        "300.00, 3, 80, 60.00, 240.00",
        "300.00, 3, 100, 0.00, 300.00",
        "300.00, 3, 120, 0.00, 300.00",
        "500.00, 1.5, 111.1111, 333.33, 166.67",
        "0.01, 1, 0.005, 0.00, 0.01",
        "0.01, 1, 0.0049, 0.01, 0.00"
    })
    void aLimitIsRoundedOnceForTheWholeQuantity(
            String amount, String quantity, String limit, String over, String inScope) {
        assertThat(ChargeSplit.of(Lines.limited(Lines.a(amount), quantity, limit)))
                .isEqualTo(split("0", over, "0", inScope));
    }

    @ParameterizedTest
    @CsvSource({"777.77, 0.10, 77.78, 699.99", "0.05, 0.10, 0.01, 0.04", "0.04, 0.10, 0.00, 0.04", "9.99, 1, 9.99, 0"})
    void classBIsPaidFirstByItsShare(String amount, String rate, String first, String inScope) {
        assertThat(ChargeSplit.of(Lines.b(amount, rate))).isEqualTo(split("0", "0", first, inScope));
    }

    @Test
    void theShareOfClassBIsTakenBelowTheLimit() {
        assertThat(ChargeSplit.of(Lines.limited(Lines.b("300.00", "0.10"), "3", "90")))
                .isEqualTo(split("0", "30.00", "27.00", "243.00"));
    }

    @Test
    void aReversalIsItsTwinNegated() {
        BenefitLine line = Lines.limited(Lines.b("300.05", "0.10"), "3", "90.005");
        assertThat(ChargeSplit.of(line)).isEqualTo(split("0", "30.03", "27.00", "243.02"));
        assertThat(ChargeSplit.of(Lines.reversed(line))).isEqualTo(split("0", "-30.03", "-27.00", "-243.02"));
    }

    @Test
    void aReversalWithoutQuantityIsOfOne() {
        BenefitLine line = Lines.limited(Lines.a("-100.00"), "1", "80");
        assertThat(ChargeSplit.of(line)).isEqualTo(split("0", "-20.00", "0", "-80.00"));
    }

    @Test
    void classBWithoutARateIsAnError() {
        BenefitLine line = Lines.b("1.00", "0");
        BenefitLine without = new BenefitLine(
                line.amount(), line.itemClass(), Optional.empty(), line.quantity(), line.unitLimit(), line.waived());
        assertThatThrownBy(() -> ChargeSplit.of(without))
                .isInstanceOf(BenefitFault.class)
                .hasMessageContaining("pre_self_pay_rate");
    }

    @Test
    void aChargeOfANegativeQuantityIsAnError() {
        assertThatThrownBy(() -> ChargeSplit.of(Lines.limited(Lines.a("1.00"), "-1", "1")))
                .isInstanceOf(BenefitFault.class)
                .hasMessageContaining("quantity");
    }

    private static ChargeSplit split(String full, String over, String pre, String inScope) {
        return new ChargeSplit(Money.of(full), Money.of(over), Money.of(pre), Money.of(inScope));
    }
}
