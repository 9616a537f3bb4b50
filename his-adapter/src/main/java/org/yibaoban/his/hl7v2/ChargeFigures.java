package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yibaoban.money.Money;

/**
 * The figures of one FT1, without their sign: FT1-10 x FT1-12 = FT1-11, which is checked to less than a fen and never
 * rounded here.
 *
 * @param quantity positive
 * @param unitPrice yuan per unit
 * @param amount positive, in yuan
 * @param negative whether quantity or amount came with a minus
 */
record ChargeFigures(BigDecimal quantity, Optional<BigDecimal> unitPrice, Money amount, boolean negative) {

    private static final int QUANTITY = 10;
    private static final int AMOUNT = 11;
    private static final int UNIT_PRICE = 12;
    private static final int MAX_QUANTITY_PLACES = 4;
    private static final int MAX_PRICE_PLACES = 6;
    /** A billion yuan in one posting is a slip. */
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("1000000000");

    private static final BigDecimal FEN = new BigDecimal("0.01");

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,10})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Set<String> YUAN = Set.of("", "CNY", "RMB", "元", "人民币");

    /**
     * @param version MSH-12: in 2.1 quantity and amount stand the other way round
     * @throws MessageFault when they are missing, no decimals, not in yuan, or do not fit each other
     */
    static ChargeFigures of(Hl7Segment ft1, String version) {
        boolean swapped = version.equals("2.1");
        int quantityField = swapped ? AMOUNT : QUANTITY;
        int amountField = swapped ? QUANTITY : AMOUNT;
        BigDecimal quantity = decimal(ft1, quantityField)
                .orElseThrow(() -> MessageFault.missing(ft1.at(quantityField), "数量", "the quantity"));
        Optional<BigDecimal> given = price(ft1, amountField);
        Optional<BigDecimal> unitPrice = price(ft1, UNIT_PRICE);
        BigDecimal amount = given.or(() -> unitPrice.map(quantity::multiply))
                .orElseThrow(() -> MessageFault.missing(ft1.at(amountField), "金额", "the amount"));
        checkPlaces(ft1, quantityField, quantity, MAX_QUANTITY_PLACES);
        unitPrice.ifPresent(price -> checkPrice(ft1, price));
        unitPrice.ifPresent(price -> checkProduct(ft1, amountField, quantity, price, amount));
        return new ChargeFigures(
                positive(ft1, quantityField, quantity),
                unitPrice,
                exact(ft1, amountField, positive(ft1, amountField, amount)),
                quantity.signum() < 0 || amount.signum() < 0);
    }

    private static Optional<BigDecimal> decimal(Hl7Segment ft1, int field) {
        return ft1.optional(field).map(text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw MessageFault.error(ErrorCode.DATA_TYPE, ft1.at(field), "不是有效的数字", "not a decimal number");
            }
            return new BigDecimal(text);
        });
    }

    /** A ledger in yuan must not take another currency's figure for yuan. */
    private static Optional<BigDecimal> price(Hl7Segment ft1, int field) {
        String currency = ft1.text(field, 1, 1, 2);
        String second = ft1.text(field, 2);
        if (currency.isEmpty() && CURRENCY.matcher(second).matches()) {
            currency = second;
        }
        if (!YUAN.contains(currency.toUpperCase(Locale.ROOT))) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE, ft1.at(field, 1), "币种不是人民币（CNY）", "the currency is not yuan (CNY)");
        }
        return decimal(ft1, field);
    }

    private static void checkPlaces(Hl7Segment ft1, int field, BigDecimal figure, int places) {
        if (figure.stripTrailingZeros().scale() > places) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.at(field),
                    "小数位数超过 " + places + " 位",
                    "more than " + places + " decimal places");
        }
    }

    private static void checkPrice(Hl7Segment ft1, BigDecimal price) {
        checkPlaces(ft1, UNIT_PRICE, price, MAX_PRICE_PLACES);
        if (price.signum() < 0) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.at(UNIT_PRICE),
                    "单价为负；冲减请用负数量或负金额",
                    "the unit price is negative, send a negative quantity or amount");
        }
    }

    private static void checkProduct(
            Hl7Segment ft1, int amountField, BigDecimal quantity, BigDecimal price, BigDecimal amount) {
        BigDecimal product = quantity.multiply(price);
        if (product.abs().subtract(amount.abs()).abs().compareTo(FEN) >= 0) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.at(amountField),
                    "金额不等于数量 × 单价（" + product.stripTrailingZeros().toPlainString() + "）",
                    "the amount is not quantity x unit price ("
                            + product.stripTrailingZeros().toPlainString() + ")");
        }
    }

    private static BigDecimal positive(Hl7Segment ft1, int field, BigDecimal figure) {
        if (figure.signum() == 0) {
            throw MessageFault.error(ErrorCode.DATA_TYPE, ft1.at(field), "为零", "is zero");
        }
        return figure.abs();
    }

    private static Money exact(Hl7Segment ft1, int field, BigDecimal amount) {
        if (amount.compareTo(MAX_AMOUNT) >= 0) {
            throw MessageFault.error(ErrorCode.VALUE_TOO_LONG, ft1.at(field), "金额过大", "the amount is too large");
        }
        try {
            return new Money(amount);
        } catch (ArithmeticException finer) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE, ft1.at(field), "金额不足一分的部分不能入账", "the amount is finer than a fen");
        }
    }
}
