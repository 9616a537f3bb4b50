package org.yibaoban.portal.print;

import java.math.BigInteger;
import org.yibaoban.money.Money;

/**
 * An amount in the capitals of Chinese vouchers, such as 壹万贰仟叁佰肆拾伍元陆角柒分. Rule: 正确填写票据和结算凭证的基本规定
 * (People's Bank of China): 整 closes an amount without fen, 零 stands once for zeros between digits and between yuan and
 * fen where there is no jiao.
 */
public final class ChineseAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "兆"};
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private ChineseAmount() {}

    /** @throws IllegalArgumentException from 10^16 yuan on */
    public static String of(Money amount) {
        BigInteger[] parts = amount.yuan().unscaledValue().abs().divideAndRemainder(HUNDRED);
        String yuan = parts[0].toString();
        if (yuan.length() > 4 * GROUPS.length) {
            throw new IllegalArgumentException("too great to be written in capitals: " + amount);
        }
        int jiao = parts[1].intValue() / 10;
        int fen = parts[1].intValue() % 10;
        boolean anyYuan = parts[0].signum() > 0;
        String text = anyYuan ? integer(yuan) + "元" : "";
        if (jiao > 0) {
            text += digit(jiao) + "角";
        } else if (fen > 0 && anyYuan) {
            text += "零";
        }
        text += fen > 0 ? digit(fen) + "分" : "整";
        if (!anyYuan && parts[1].signum() == 0) {
            text = "零元整";
        }
        return amount.isNegative() ? "负" + text : text;
    }

    private static String integer(String digits) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        boolean group = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
            } else {
                text.append(gap ? "零" : "").append(digit(digit)).append(PLACES[place % 4]);
                gap = false;
                group = true;
            }
            if (place % 4 == 0 && group) {
                text.append(GROUPS[place / 4]);
                group = false;
            }
        }
        return text.toString();
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }
}
