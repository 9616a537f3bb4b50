package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.StayAccount;
import org.yibaoban.money.Money;

/** Amounts by method as a cashier fills them in, in yuan; nothing stands for zero. */
public class MoneyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private BigDecimal cash;
    private BigDecimal card;
    private BigDecimal mobile;
    private BigDecimal deposit;

    /** Filled in as most pay: the deposit first, the rest in cash; a rest of the deposit is given back in cash. */
    static MoneyForm of(StayAccount account) {
        MoneyForm form = new MoneyForm();
        Money payable = account.payable();
        if (payable.isPositive()) {
            Money fromDeposit = payable.min(account.depositLeft());
            form.deposit = filled(fromDeposit);
            form.cash = filled(payable.minus(fromDeposit));
        } else if (account.owed().isZero() && account.isReleased()) {
            form.cash = filled(account.depositLeft());
        }
        return form;
    }

    private static BigDecimal filled(Money amount) {
        return amount.isPositive() ? amount.yuan() : null;
    }

    /** @throws ArithmeticException or IllegalArgumentException for parts of a fen */
    Parts parts() {
        Map<PayMethod, Money> parts = new EnumMap<>(PayMethod.class);
        put(parts, PayMethod.CASH, cash);
        put(parts, PayMethod.BANK_CARD, card);
        put(parts, PayMethod.MOBILE, mobile);
        put(parts, PayMethod.DEPOSIT, deposit);
        return new Parts(parts);
    }

    private static void put(Map<PayMethod, Money> parts, PayMethod method, BigDecimal amount) {
        if (amount != null) {
            parts.put(method, new Money(amount));
        }
    }

    public BigDecimal getCash() {
        return cash;
    }

    public void setCash(BigDecimal cash) {
        this.cash = cash;
    }

    public BigDecimal getCard() {
        return card;
    }

    public void setCard(BigDecimal card) {
        this.card = card;
    }

    public BigDecimal getMobile() {
        return mobile;
    }

    public void setMobile(BigDecimal mobile) {
        this.mobile = mobile;
    }

    public BigDecimal getDeposit() {
        return deposit;
    }

    public void setDeposit(BigDecimal deposit) {
        this.deposit = deposit;
    }
}
