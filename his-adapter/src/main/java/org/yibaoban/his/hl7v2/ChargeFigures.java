package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yibaoban.his.dialect.Fact;
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

    private static final int MAX_QUANTITY_PLACES = 4;
    private static final int MAX_PRICE_PLACES = 6;
    /** A billion yuan in one posting is a slip. */
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("1000000000");

    private static final BigDecimal FEN = new BigDecimal("0.01");

    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Set<String> YUAN = Set.of("", "CNY", "RMB", "元", "人民币");

    /**
     * @param version MSH-12: in 2.1 quantity and amount stand the other way round
     * @param zeroAllowed an update may take a charge back wholly by setting it to nothing
     * @throws MessageFault when they are missing, no decimals, not in yuan, or do not fit each other
     */
    static ChargeFigures of(Reading ft1, String version, boolean zeroAllowed) {
        boolean swapped = version.equals("2.1");
        Fact quantityFact = swapped ? Fact.AMOUNT : Fact.QUANTITY;
        Fact amountFact = swapped ? Fact.QUANTITY : Fact.AMOUNT;
        BigDecimal quantity = ft1.decimal(quantityFact)
                .orElseThrow(() -> MessageFault.missing(
                        ft1.where(quantityFact), Fact.QUANTITY.chinese(), Fact.QUANTITY.english()));
        Optional<BigDecimal> given = price(ft1, amountFact);
        Optional<BigDecimal> unitPrice = price(ft1, Fact.UNIT_PRICE);
        BigDecimal amount = given.or(() -> unitPrice.map(quantity::multiply))
                .orElseThrow(() ->
                        MessageFault.missing(ft1.where(amountFact), Fact.AMOUNT.chinese(), Fact.AMOUNT.english()));
        checkPlaces(ft1, quantityFact, quantity, MAX_QUANTITY_PLACES);
        unitPrice.ifPresent(price -> checkPrice(ft1, price));
        unitPrice.ifPresent(price -> checkProduct(ft1, amountFact, quantity, price, amount));
        boolean nothing = zeroAllowed && quantity.signum() == 0 && amount.signum() == 0;
        return new ChargeFigures(
                nothing ? BigDecimal.ZERO : positive(ft1, quantityFact, quantity),
                unitPrice,
                nothing ? Money.ZERO : exact(ft1, amountFact, positive(ft1, amountFact, amount)),
                quantity.signum() < 0 || amount.signum() < 0);
    }

    /** A ledger in yuan must not take another currency's figure for yuan. */
    private static Optional<BigDecimal> price(Reading ft1, Fact fact) {
        ft1.find(fact).ifPresent(found -> {
            int field = found.place().field();
            String currency = found.segment().text(field, 1, 1, 2);
            String second = found.segment().text(field, 2);
            if (currency.isEmpty() && CURRENCY.matcher(second).matches()) {
                currency = second;
            }
            if (!YUAN.contains(currency.toUpperCase(Locale.ROOT))) {
                throw MessageFault.error(
                        ErrorCode.TABLE_VALUE,
                        found.segment().at(field, 1),
                        "币种不是人民币（CNY）",
                        "the currency is not yuan (CNY)");
            }
        });
        return ft1.decimal(fact);
    }

    private static void checkPlaces(Reading ft1, Fact fact, BigDecimal figure, int places) {
        if (figure.stripTrailingZeros().scale() > places) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.where(fact),
                    "小数位数超过 " + places + " 位",
                    "more than " + places + " decimal places");
        }
    }

    private static void checkPrice(Reading ft1, BigDecimal price) {
        checkPlaces(ft1, Fact.UNIT_PRICE, price, MAX_PRICE_PLACES);
        if (price.signum() < 0) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.where(Fact.UNIT_PRICE),
                    "单价为负；冲减请用负数量或负金额",
                    "the unit price is negative, send a negative quantity or amount");
        }
    }

    private static void checkProduct(
            Reading ft1, Fact amountFact, BigDecimal quantity, BigDecimal price, BigDecimal amount) {
        BigDecimal product = quantity.multiply(price);
        if (product.abs().subtract(amount.abs()).abs().compareTo(FEN) >= 0) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.where(amountFact),
                    "金额不等于数量 × 单价（" + product.stripTrailingZeros().toPlainString() + "）",
                    "the amount is not quantity x unit price ("
                            + product.stripTrailingZeros().toPlainString() + ")");
        }
    }

    private static BigDecimal positive(Reading ft1, Fact fact, BigDecimal figure) {
        if (figure.signum() == 0) {
            throw MessageFault.error(ErrorCode.DATA_TYPE, ft1.where(fact), "为零", "is zero");
        }
        return figure.abs();
    }

    private static Money exact(Reading ft1, Fact fact, BigDecimal amount) {
        if (amount.compareTo(MAX_AMOUNT) >= 0) {
            throw MessageFault.error(ErrorCode.VALUE_TOO_LONG, ft1.where(fact), "金额过大", "the amount is too large");
        }
        try {
            return new Money(amount);
        } catch (ArithmeticException finer) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE, ft1.where(fact), "金额不足一分的部分不能入账", "the amount is finer than a fen");
        }
    }
}
