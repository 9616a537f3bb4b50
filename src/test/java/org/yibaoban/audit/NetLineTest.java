package org.yibaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;

class NetLineTest {

    private static final AuditItem ITEM = new AuditItem(
            "IV",
            Optional.empty(),
            "输液",
            ChargeType.TREATMENT,
            ItemClass.A,
            true,
            PaymentLimits.NONE,
            UsageLimits.NONE);

    @Test
    void whatIsLeftIsExact() {
        List<NetLine> left = NetLine.of(List.of(line("1", "3", "10.00"), reversal("2", "-1", "1")));
        assertThat(left).hasSize(1);
        assertThat(left.get(0).quantity()).isEqualByComparingTo("2");
        assertThat(left.get(0).amount())
                .isEqualTo(ExactAmount.of(Money.of("20.00")).portion(BigDecimal.ONE, new BigDecimal("3")));
    }

    @Test
    void aLineWithNothingLeftIsDropped() {
        assertThat(NetLine.of(
                        List.of(line("1", "3", "10.00"), reversal("2", "-1.5", "1"), reversal("3", "-1.50", "1"))))
                .isEmpty();
        assertThat(NetLine.of(List.of(line("1", "0", "0.00")))).isEmpty();
    }

    @Test
    void linesComeByTimeThenByTheNumberOfTheirId() {
        AuditLine early = new AuditLine(
                new LineId("99"),
                ITEM,
                BigDecimal.ONE,
                BigDecimal.TEN,
                Money.of("10"),
                LocalDateTime.of(2026, 3, 1, 7, 59),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
        assertThat(NetLine.of(List.of(line("b", "1", "1"), line("10", "1", "1"), line("9", "1", "1"), early)))
                .extracting(line -> line.id().value())
                .containsExactly("99", "9", "10", "b");
    }

    @Test
    void whatCannotBeReversedIsAFaultOfTheReversal() {
        assertFault("2", "qty", "more than is left of line 1", line("1", "1", "1"), reversal("2", "-1.01", "1"));
        assertFault(
                "3",
                "qty",
                "more than is left of line 1",
                line("1", "2", "1"),
                reversal("2", "-1", "1"),
                reversal("3", "-2", "1"));
        assertFault("2", "reverses", "unknown line 7", line("1", "1", "1"), reversal("2", "-1", "7"));
        assertFault(
                "3",
                "reverses",
                "line 2, which is a reversal",
                line("1", "2", "1"),
                reversal("2", "-1", "1"),
                reversal("3", "-1", "2"));
        assertFault("2", "reverses", "which is a reversal", reversal("2", "-1", "2"));
        assertFault("1", "id", "stands twice", line("1", "1", "1"), line("1", "1", "1"));
    }

    @Test
    void onlyAReversalIsNegative() {
        assertThatThrownBy(() -> line("1", "-1", "1.00"))
                .isInstanceOf(AuditFault.class)
                .hasMessageContaining("qty");
        assertThatThrownBy(() -> line("1", "1", "-1.00"))
                .isInstanceOf(AuditFault.class)
                .hasMessageContaining("amount");
        assertThatThrownBy(() -> reversal("2", "0", "1"))
                .isInstanceOf(AuditFault.class)
                .hasMessageContaining("qty");
    }

    private static void assertFault(String line, String key, String reason, AuditLine... lines) {
        assertThatThrownBy(() -> NetLine.of(List.of(lines))).isInstanceOfSatisfying(AuditFault.class, fault -> {
            assertThat(fault.line()).isEqualTo(new LineId(line));
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault.reason()).contains(reason);
        });
    }

    private static AuditLine line(String id, String quantity, String amount) {
        return line(id, quantity, amount, Optional.empty());
    }

    private static AuditLine reversal(String id, String quantity, String reverses) {
        return line(id, quantity, "-1.00", Optional.of(new LineId(reverses)));
    }

    private static AuditLine line(String id, String quantity, String amount, Optional<LineId> reverses) {
        return new AuditLine(
                new LineId(id),
                ITEM,
                new BigDecimal(quantity),
                BigDecimal.TEN,
                Money.of(amount),
                LocalDateTime.of(2026, 3, 1, 8, 0),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                reverses);
    }
}
