package org.yibaoban.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** Makes the charge lines of a stay: the mix of a ward, with limits, waived items and reversals. */
final class StayLines {

    private static final List<String> FIRST_SHARES = List.of("0.05", "0.10", "0.15", "0.20");

    private StayLines() {}

    /** The same lines for the same seed. */
    static List<BenefitLine> of(int count, long seed) {
        Random random = new Random(seed);
        List<BenefitLine> lines = new ArrayList<>(count);
        while (lines.size() < count) {
            BenefitLine charge = charge(random);
            lines.add(charge);
            if (lines.size() < count && random.nextInt(20) == 0) {
                lines.add(reversed(charge));
            }
        }
        return List.copyOf(lines);
    }

    private static BenefitLine reversed(BenefitLine line) {
        return new BenefitLine(
                line.amount().negated(),
                line.itemClass(),
                line.preSelfPayRate(),
                line.quantity().negate(),
                line.unitLimit(),
                line.waived());
    }

    private static BenefitLine charge(Random random) {
        int kind = random.nextInt(10);
        ItemClass itemClass = kind < 5 ? ItemClass.A : kind < 9 ? ItemClass.B : ItemClass.C;
        Optional<Rate> firstShare = itemClass == ItemClass.B
                ? Optional.of(Rate.of(FIRST_SHARES.get(random.nextInt(FIRST_SHARES.size()))))
                : Optional.empty();
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(40), 1);
        Optional<BigDecimal> unitLimit = random.nextInt(4) == 0
                ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4))
                : Optional.empty();
        Money amount = new Money(BigDecimal.valueOf(1 + random.nextInt(60_000), 2));
        return new BenefitLine(amount, itemClass, firstShare, quantity, unitLimit, random.nextInt(30) == 0);
    }
}
