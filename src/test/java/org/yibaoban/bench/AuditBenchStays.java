package org.yibaoban.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditPatient;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.OtherVisit;
import org.yibaoban.audit.PaymentLimits;
import org.yibaoban.audit.UsageLimits;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** Makes stays of a month in which some lines break a rule: the mix of a ward, two hundred different items. */
final class AuditBenchStays {

    static final LocalDateTime START = LocalDateTime.of(2026, 3, 1, 9, 0);
    private static final int DAYS = 30;
    private static final ChargeType[] TYPES = ChargeType.values();

    private AuditBenchStays() {}

    /** The same stay for the same seed; open while {@code ended} is false. */
    static AuditStay of(int lines, long seed, boolean ended) {
        Random random = new Random(seed);
        List<AuditItem> items = items(random);
        List<AuditLine> charged = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            charged.add(line("L" + i, items.get(random.nextInt(items.size())), random));
        }
        return new AuditStay(
                new AuditPatient(Sex.FEMALE, Optional.of(LocalDate.of(1958, 3, 2)), Optional.of("resident")),
                new AuditVisit(
                        VisitType.INPATIENT,
                        START,
                        ended ? Optional.of(START.plusDays(DAYS)) : Optional.empty(),
                        2,
                        List.of("I63.900", "I10.x00"),
                        List.of(new Leave(START.plusDays(10), START.plusDays(11))),
                        seed % 2 == 0),
                List.of(new OtherVisit(
                        VisitType.INPATIENT,
                        START.minusDays(20),
                        Optional.of(START.minusDays(10)),
                        List.of("I63.500"))),
                Set.of("C1", "C2"),
                charged);
    }

    static AuditLine line(String id, AuditItem item, Random random) {
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(3));
        BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(20_000), 2);
        return new AuditLine(
                new LineId(id),
                item,
                quantity,
                price,
                new Money(price.multiply(quantity)),
                START.plusMinutes(random.nextInt(DAYS * 24 * 60)),
                random.nextInt(40) == 0 ? Optional.of("X") : Optional.of(item.code()),
                random.nextInt(10) == 0 ? Optional.of(BigDecimal.valueOf(random.nextInt(12))) : Optional.empty(),
                false,
                random.nextInt(20) == 0,
                Optional.empty());
    }

    static List<AuditItem> items(Random random) {
        List<AuditItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ItemClass itemClass = i % 10 == 0 ? ItemClass.C : i % 3 == 0 ? ItemClass.B : ItemClass.A;
            String code = itemClass == ItemClass.C ? "C" + i / 10 : "I" + i;
            items.add(new AuditItem(
                    code,
                    Optional.empty(),
                    code,
                    TYPES[random.nextInt(TYPES.length)],
                    itemClass,
                    i % 50 != 0,
                    payment(i),
                    usage(i)));
        }
        return items;
    }

    private static PaymentLimits payment(int i) {
        return new PaymentLimits(
                i % 40 == 1 ? Optional.of(Sex.MALE) : i % 40 == 2 ? Optional.of(Sex.FEMALE) : Optional.empty(),
                i % 40 == 3 ? Optional.of(18) : Optional.empty(),
                i % 40 == 4 ? Optional.of(14) : Optional.empty(),
                i % 40 == 5 ? Optional.of(List.of("work-injury")) : Optional.empty(),
                i % 40 == 6 ? Optional.of(3) : Optional.empty(),
                i % 20 == 7 ? Optional.of(List.of("C", "J18")) : Optional.empty(),
                i % 40 == 8 ? Optional.of(VisitType.OUTPATIENT) : Optional.empty(),
                i % 20 == 9 ? Optional.of(new BigDecimal("150.00")) : Optional.empty());
    }

    private static UsageLimits usage(int i) {
        return new UsageLimits(
                i % 10 == 1 ? Optional.of(BigDecimal.valueOf(2)) : Optional.empty(),
                i % 20 == 2 ? Optional.of(BigDecimal.valueOf(12)) : Optional.empty(),
                i % 20 == 3 ? Optional.of(7) : Optional.empty(),
                i % 20 == 4 ? Optional.of("g" + i % 3) : Optional.empty(),
                i % 10 == 5 ? Optional.of("t" + i % 4) : Optional.empty(),
                i % 40 == 6 ? Set.of("I" + (i + 1), "I" + (i + 2)) : Set.of());
    }
}
