package org.yibaoban.portal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;

class ChineseAmountTest {

    @ParameterizedTest
    @CsvSource({
        "0.00, 零元整",
        "0.01, 壹分",
        "0.10, 壹角整",
        "0.56, 伍角陆分",
        "1.00, 壹元整",
        "10.00, 壹拾元整",
        "325.04, 叁佰贰拾伍元零肆分",
        "1409.50, 壹仟肆佰零玖元伍角整",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "6007.14, 陆仟零柒元壹角肆分",
        "12345.67, 壹万贰仟叁佰肆拾伍元陆角柒分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "100000.00, 壹拾万元整",
        "100010.00, 壹拾万零壹拾元整",
        "107000.53, 壹拾万零柒仟元伍角叁分",
        "10000001.00, 壹仟万零壹元整",
        "100000000.00, 壹亿元整",
        "100000001.10, 壹亿零壹元壹角整",
        "-88.80, 负捌拾捌元捌角整",
        "9999999999999999.99, 玖仟玖佰玖拾玖兆玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
    })
    void writes_amounts_as_vouchers_do(String amount, String capitals) {
        assertThat(ChineseAmount.of(Money.of(amount))).isEqualTo(capitals);
    }

    @Test
    void refuses_what_has_no_place_name() {
        Money tooGreat = Money.of("10000000000000000.00");
        assertThatThrownBy(() -> ChineseAmount.of(tooGreat)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void can_be_read_back(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long fen) {
        String capitals = ChineseAmount.of(new Money(BigDecimal.valueOf(fen, 2)));
        assertThat(read(capitals)).isEqualTo(fen);
        assertThat(capitals).doesNotContain("零零").doesNotContain("零元整元");
    }

    /** An independent reader: digits times their place, groups by 万, 亿 and 兆. */
    private static long read(String capitals) {
        long total = 0;
        long group = 0;
        int digit = 0;
        for (char c : capitals.toCharArray()) {
            int value = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (c) {
                case '拾' -> group += 10L * digit;
                case '佰' -> group += 100L * digit;
                case '仟' -> group += 1000L * digit;
                case '万' -> total += (group + digit) * 10_000L * 100;
                case '亿' -> total += (group + digit) * 100_000_000L * 100;
                case '兆' -> total += (group + digit) * 1_000_000_000_000L * 100;
                case '元' -> total += (group + digit) * 100;
                case '角' -> total += 10L * digit;
                case '分' -> total += digit;
                default -> assertThat(c).isEqualTo('整');
            }
            if ("万亿兆元".indexOf(c) >= 0) {
                group = 0;
            }
            digit = 0;
        }
        return total;
    }
}
