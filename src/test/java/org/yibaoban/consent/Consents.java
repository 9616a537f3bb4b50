package org.yibaoban.consent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/** Rules, items, lines and forms for the tests. */
final class Consents {

    static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);

    static final ConsentRules RULES = new ConsentRules(
            Map.of(
                    ConsentReason.SELF_PAID, true,
                    ConsentReason.OVER_LIMIT, true,
                    ConsentReason.RESTRICTED, false,
                    ConsentReason.FIRST_SHARE, true),
            Map.of(
                    ItemGroup.DRUG, Rate.of("0.30"),
                    ItemGroup.CONSUMABLE, Rate.of("0.40"),
                    ItemGroup.SERVICE, Rate.of("0.50")),
            Duration.ofHours(24));

    private Consents() {}

    static ConsentItem item(ItemClass itemClass, ChargeType type, String share, String limit, String restriction) {
        return new ConsentItem(
                "X1",
                Optional.of("XA11JCF001B002010100008"),
                "注射用复方营养因子",
                "2ml",
                "支",
                type,
                itemClass,
                Optional.ofNullable(share).map(Rate::of),
                Optional.ofNullable(limit).map(BigDecimal::new),
                Optional.ofNullable(restriction));
    }

    static ChargedLine charge(String id, String quantity, String amount) {
        return charge(id, quantity, amount, NOON);
    }

    static ChargedLine charge(String id, String quantity, String amount, LocalDateTime at) {
        return new ChargedLine(
                id, Set.of(ConsentReason.SELF_PAID), new BigDecimal(quantity), Money.of(amount), at, Optional.empty());
    }

    static ChargedLine credit(String id, String reverses, String quantity, String amount) {
        return new ChargedLine(
                id,
                Set.of(ConsentReason.SELF_PAID),
                new BigDecimal(quantity).negate(),
                Money.of(amount).negated(),
                NOON.plusHours(1),
                Optional.of(reverses));
    }

    static ConsentGrant grant(String quantity, String ceiling) {
        return new ConsentGrant(new BigDecimal(quantity), new BigDecimal(ceiling), Optional.empty());
    }

    static ConsentForm form(String quantity, String price, String necessity) {
        return new ConsentForm(
                "V1-ZQ1",
                new VisitNumber("V1"),
                new PatientNumber("P1"),
                "路仁",
                item(ItemClass.C, ChargeType.DRUG, null, null, null),
                new BigDecimal(quantity),
                new BigDecimal(price),
                Set.of(ConsentReason.SELF_PAID),
                necessity,
                "目录内无同类可替代项目",
                "柯鹤鸣",
                NOON,
                Optional.empty());
    }
}
