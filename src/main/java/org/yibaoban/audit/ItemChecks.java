package org.yibaoban.audit;

import java.util.List;
import java.util.Optional;
import org.yibaoban.catalogue.ItemClass;

/** What is wrong with charging an item at all, or at this price. */
final class ItemChecks {

    private ItemChecks() {}

    /** "Price above the item's max_price; a line." */
    static List<Hit> overPrice(AuditedStay stay, AuditSettings settings) {
        return LimitChecks.aLine(
                stay,
                item -> item.limits().maxPrice().isPresent(),
                line -> line.item()
                        .limits()
                        .maxPrice()
                        .filter(max -> line.line().price().compareTo(max) > 0)
                        .map(max -> Hit.of(
                                line,
                                () -> "单价 " + Words.number(line.line().price()) + " 元高于限价 " + Words.number(max) + " 元",
                                () -> "price " + Words.number(line.line().price()) + " is above the limit of "
                                        + Words.number(max))));
    }

    /** "Class A or B item marked {@code mapped: false} (no national code); a line." */
    static List<Hit> unmapped(AuditedStay stay, AuditSettings settings) {
        return LimitChecks.aLine(
                stay,
                item -> !item.mapped() && item.itemClass() != ItemClass.C,
                line -> Optional.of(
                        Hit.of(line, () -> "无国家编码而按医保收费", () -> "charged as insured without a national code")));
    }

    /** "{@code ordered} is given and differs from the item charged; a line." */
    static List<Hit> substitution(AuditedStay stay, AuditSettings settings) {
        return LimitChecks.aLine(
                stay,
                item -> true,
                line -> line.line()
                        .ordered()
                        .filter(ordered -> !ordered.equals(line.item().code()))
                        .map(ordered -> Hit.of(line, () -> "医嘱为 " + ordered, () -> "the order says " + ordered)));
    }

    /** "Class C item not among the visit's consents; a line." */
    static List<Hit> noConsent(AuditedStay stay, AuditSettings settings) {
        return LimitChecks.aLine(
                stay,
                item -> item.itemClass() == ItemClass.C && !stay.consented(item),
                line -> Optional.of(Hit.of(line, () -> "自费项目未签知情同意书", () -> "self-paid, and no consent is signed")));
    }
}
