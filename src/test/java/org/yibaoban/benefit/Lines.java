package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** Charge lines for tests. */
final class Lines {

    private Lines() {}

    static BenefitLine a(String amount) {
        return line(amount, ItemClass.A, Optional.empty());
    }

    static BenefitLine b(String amount, String rate) {
        return line(amount, ItemClass.B, Optional.of(Rate.of(rate)));
    }

    static BenefitLine c(String amount) {
        return line(amount, ItemClass.C, Optional.empty());
    }

    static BenefitLine limited(BenefitLine line, String quantity, String unitLimit) {
        return new BenefitLine(
                line.amount(),
                line.itemClass(),
                line.preSelfPayRate(),
                new BigDecimal(quantity),
                Optional.of(new BigDecimal(unitLimit)),
                line.waived());
    }

    static BenefitLine waived(BenefitLine line) {
        return new BenefitLine(
                line.amount(), line.itemClass(), line.preSelfPayRate(), line.quantity(), line.unitLimit(), true);
    }

    static BenefitLine reversed(BenefitLine line) {
        return new BenefitLine(
                line.amount().negated(),
                line.itemClass(),
                line.preSelfPayRate(),
                line.quantity().negate(),
                line.unitLimit(),
                line.waived());
    }

    static BenefitLine withAmount(BenefitLine line, Money amount) {
        return new BenefitLine(
                amount, line.itemClass(), line.preSelfPayRate(), line.quantity(), line.unitLimit(), line.waived());
    }

    private static BenefitLine line(String amount, ItemClass itemClass, Optional<Rate> rate) {
        return new BenefitLine(Money.of(amount), itemClass, rate, BigDecimal.ONE, Optional.empty(), false);
    }
}
