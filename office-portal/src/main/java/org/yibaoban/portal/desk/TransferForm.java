package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.clearing.TransferEntry;
import org.yibaoban.settlement.clearing.PaymentPart;

/** A bank transfer while it is entered: up to three months and insurances that it is for. */
public class TransferForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PARTS = 3;

    private String number = "";
    private String type = "";
    private String words = "";
    private BigDecimal amount;
    private LocalDate paidOn;
    private final List<Part> parts = new ArrayList<>();

    TransferForm(LocalDate today) {
        paidOn = today;
        for (int i = 0; i < PARTS; i++) {
            parts.add(new Part());
        }
    }

    /** @throws OfficeRefused when a month is none or an amount is finer than a fen */
    TransferEntry entry() {
        return new TransferEntry(
                text(number),
                text(type),
                paidOn,
                money(amount),
                parts.stream().filter(Part::isFilled).map(Part::part).toList(),
                text(words));
    }

    /** Faces gives null for a field that was left empty. */
    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    private static Money money(BigDecimal yuan) {
        try {
            return yuan == null ? Money.ZERO : new Money(yuan);
        } catch (ArithmeticException finerThanAFen) {
            throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, yuan.toPlainString(), "");
        }
    }

    /** What of it is for one month and insurance. */
    public static class Part implements Serializable {

        private static final long serialVersionUID = 1L;

        private String month = "";
        private String insurance = InsuranceType.EMPLOYEE.code();
        private BigDecimal paid;
        private BigDecimal retained;

        boolean isFilled() {
            return paid != null || retained != null;
        }

        PaymentPart part() {
            try {
                return new PaymentPart(YearMonth.parse(text(month)), insurance, money(paid), money(retained));
            } catch (DateTimeException noMonth) {
                throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, "month " + text(month), "");
            }
        }

        public String getMonth() {
            return month;
        }

        public void setMonth(String month) {
            this.month = month;
        }

        public String getInsurance() {
            return insurance;
        }

        public void setInsurance(String insurance) {
            this.insurance = insurance;
        }

        public BigDecimal getPaid() {
            return paid;
        }

        public void setPaid(BigDecimal paid) {
            this.paid = paid;
        }

        public BigDecimal getRetained() {
            return retained;
        }

        public void setRetained(BigDecimal retained) {
            this.retained = retained;
        }
    }

    public List<Part> getParts() {
        return parts;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }

    public void setPaidOn(LocalDate paidOn) {
        this.paidOn = paidOn;
    }
}
