package org.yibaoban.his.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.ChargePosting.Kind;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;

/**
 * A row of charges as understood.
 *
 * @param quantity negative for what is taken back
 * @param unitPrice yuan per unit, at most six places
 * @param amount yuan, negative for what is taken back
 * @param reverses key of the row that it takes back, where a column names it
 * @param supply for how long a drug was given out; nothing of what is taken back
 */
record ChargeRow(
        VisitNumber visit,
        Optional<PatientNumber> patient,
        String itemCode,
        String itemName,
        BigDecimal quantity,
        Optional<BigDecimal> unitPrice,
        Money amount,
        LocalDateTime at,
        String department,
        Optional<String> doctor,
        Optional<String> orderNumber,
        Optional<String> reverses,
        Supply supply) {

    private static final int QUANTITY_PLACES = 4;
    private static final int PRICE_PLACES = 6;
    private static final BigDecimal FEN = new BigDecimal("0.01");
    /** A billion yuan in one row is a slip. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    static ChargeRow of(Cells cells, TableMap map) {
        cells.find("currency")
                .filter(code -> !code.equalsIgnoreCase(map.currency()))
                .ifPresent(code -> {
                    throw cells.fault(RowReason.OTHER_CURRENCY, "currency", code);
                });
        BigDecimal quantity = figure(cells, "quantity");
        BigDecimal amount = figure(cells, "amount");
        Optional<BigDecimal> price = cells.decimal("unit_price");
        if (places(quantity) > QUANTITY_PLACES) {
            throw cells.fault(RowReason.TOO_FINE, "quantity", quantity.toPlainString());
        }
        price.filter(value -> quantity.multiply(value)
                                .abs()
                                .subtract(amount.abs())
                                .abs()
                                .compareTo(FEN)
                        >= 0)
                .ifPresent(value -> {
                    throw cells.fault(RowReason.NOT_PRODUCT, "amount", amount.toPlainString());
                });
        boolean back = quantity.signum() < 0 || amount.signum() < 0 || cells.isSo("refund");
        BigDecimal sign = back ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        String itemCode = cells.get("item_code", 60);
        return new ChargeRow(
                RowMapping.visit(cells),
                cells.find("patient", 64).map(PatientNumber::new),
                itemCode,
                cells.find("item_name", 400).orElse(itemCode),
                // always with its four places: an export that writes 2 one month and 2.00 the next has changed nothing
                quantity.abs().multiply(sign).setScale(QUANTITY_PLACES, RoundingMode.UNNECESSARY),
                price.map(value -> price(cells, value.abs(), map)),
                new Money(yuan(cells, amount.abs(), map).yuan().multiply(sign)),
                cells.requiredTime("at"),
                cells.find("department", 40).orElse(""),
                cells.find("doctor", 40),
                cells.find("order_number", 60),
                cells.find("reverses", 200).map(RowMapping::shortKey),
                back ? Supply.NONE : supply(cells));
    }

    private static Supply supply(Cells cells) {
        Optional<BigDecimal> days = cells.decimal("days");
        days.filter(value -> !Supply.holds(value)).ifPresent(value -> {
            throw cells.fault(RowReason.NO_DAYS, "days", value.toPlainString());
        });
        return new Supply(days, cells.isSo("chronic"), cells.isSo("take_home"));
    }

    private static BigDecimal figure(Cells cells, String field) {
        BigDecimal value = cells.decimal(field).orElseThrow(() -> cells.fault(RowReason.MISSING, field, ""));
        if (value.signum() == 0) {
            throw cells.fault(RowReason.ZERO, field, value.toPlainString());
        }
        return value;
    }

    /** Yuan are exact to the fen; another currency is converted half-up to the fen. */
    private static Money yuan(Cells cells, BigDecimal amount, TableMap map) {
        if (places(amount) > 2) {
            throw cells.fault(RowReason.TOO_FINE, "amount", amount.toPlainString());
        }
        Money yuan = Money.rounded(amount.multiply(map.yuanForOne()));
        if (yuan.yuan().compareTo(MOST) >= 0) {
            throw cells.fault(RowReason.TOO_LARGE, "amount", amount.toPlainString());
        }
        return yuan;
    }

    private static BigDecimal price(Cells cells, BigDecimal price, TableMap map) {
        if (map.yuanForOne().compareTo(BigDecimal.ONE) == 0 && places(price) > PRICE_PLACES) {
            throw cells.fault(RowReason.TOO_FINE, "unit_price", price.toPlainString());
        }
        return price.multiply(map.yuanForOne()).setScale(PRICE_PLACES, RoundingMode.HALF_UP);
    }

    private static int places(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    boolean isCredit() {
        return quantity.signum() < 0;
    }

    /** The same with other figures: what rows of one key come to, or what of it was not posted before. */
    ChargeRow of(BigDecimal otherQuantity, Money otherAmount) {
        return new ChargeRow(
                visit,
                patient,
                itemCode,
                itemName,
                otherQuantity,
                Optional.empty(),
                otherAmount,
                at,
                department,
                doctor,
                orderNumber,
                Optional.empty(),
                supply);
    }

    /** @param transaction identity of the row, and of the one that it takes back, in the ledger */
    ChargePosting posting(String transaction, Optional<String> reversed) {
        return new ChargePosting(
                transaction,
                isCredit() ? Kind.CREDIT : Kind.CHARGE,
                itemCode,
                itemName,
                quantity.abs(),
                unitPrice,
                isCredit() ? amount.negated() : amount,
                at,
                department,
                doctor,
                orderNumber,
                isCredit() ? reversed : Optional.empty(),
                false,
                isCredit() ? Supply.NONE : supply);
    }
}
