package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.money.Money;

/**
 * Who keeps a month's surplus and bears its overrun. Of a surplus the hospital keeps a share; of an overrun the payer
 * bears a share by bands (弹性结算, source document 004, section 1 (五)): each share applies to its own part of the
 * overrun, and the upper end of a band belongs to it.
 *
 * @param kept share of the surplus that the payer leaves to the hospital
 * @param bands ascending; what lies above the last is the hospital's
 */
public record Sharing(PaymentFigure kept, List<Band> bands) {

    /**
     * A part of the overrun.
     *
     * @param upTo end of the band, as a share of the limit
     * @param borne share of this part that the payer bears
     */
    public record Band(PaymentFigure upTo, PaymentFigure borne) {}

    /** @throws IllegalArgumentException when the bands do not rise */
    public Sharing {
        bands = List.copyOf(bands);
        BigDecimal before = BigDecimal.ZERO;
        for (Band band : bands) {
            if (band.upTo().value().compareTo(before) <= 0) {
                throw new IllegalArgumentException(
                        "the bands of the overrun must rise: " + band.upTo().value());
            }
            before = band.upTo().value();
        }
    }

    /**
     * What the payer brings for a month.
     *
     * @param limit what the method grants, in yuan
     * @param counted what the stays of the month cost, in yuan
     */
    Payable settle(Money limit, Money counted) {
        return counted.compareTo(limit) <= 0 ? surplus(limit, counted) : overrun(limit, counted);
    }

    private Payable surplus(Money limit, Money counted) {
        Money left = limit.minus(counted);
        BigDecimal exact = left.yuan().multiply(kept.value());
        Money brought = counted.plus(Money.rounded(exact));
        String figures = counted + " + " + left + " × " + kept.value() + " = " + counted + " + " + Money.inWords(exact)
                + " = " + brought;
        return new Payable(brought, "结余留用：" + figures, "surplus kept: " + figures, List.of(kept));
    }

    private Payable overrun(Money limit, Money counted) {
        BigDecimal over = counted.minus(limit).yuan();
        BigDecimal borne = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ZERO;
        List<PaymentFigure> figures = new ArrayList<>();
        StringBuilder parts = new StringBuilder();
        for (Band band : bands) {
            BigDecimal to = limit.yuan().multiply(band.upTo().value());
            BigDecimal part = over.min(to).subtract(from).max(BigDecimal.ZERO);
            borne = borne.add(part.multiply(band.borne().value()));
            parts.append(" + ")
                    .append(part.stripTrailingZeros().toPlainString())
                    .append(" × ")
                    .append(band.borne().value());
            figures.addAll(List.of(band.upTo(), band.borne()));
            from = to;
        }
        Money brought = limit.plus(Money.rounded(borne));
        String words = limit + parts.toString() + (bands.isEmpty() ? "" : " = " + limit + " + " + Money.inWords(borne))
                + " = " + brought;
        return new Payable(brought, "超支 " + over + "：" + words, "overrun " + over + ": " + words, figures);
    }
}
