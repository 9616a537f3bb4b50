package org.yibaoban.his.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.office.order.Cover;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.Restriction;

/** What is said of an ordered item, Chinese first, English second. */
final class ItemWords {

    private ItemWords() {}

    /** Whether an item deserves a card of its own; the rest stands in the order's card. */
    static boolean isWorthACard(ItemAdvice advice) {
        return advice.needsConsent()
                || advice.price().isEmpty()
                || advice.restriction()
                        .filter(limit -> limit.outcome() != Restriction.Outcome.MET)
                        .isPresent();
    }

    /** @param asks whether consent is still to be signed */
    static String summary(ItemAdvice advice, boolean asks) {
        return Card.said(advice.name(), "：" + chinese(advice, asks) + " / " + english(advice, asks));
    }

    private static String chinese(ItemAdvice advice, boolean asks) {
        if (advice.ambiguous()) {
            return "国家编码对应本院多个项目，请选定";
        }
        if (advice.item().isEmpty()) {
            return "不在本院目录，按自费，" + (asks ? "需签知情同意书" : "无需再签知情同意书") + "；请对码";
        }
        if (advice.isSelfPaid()) {
            return "丙类自费 " + amount(advice) + "，" + (asks ? "需签知情同意书" : "无需再签知情同意书");
        }
        if (advice.breaksRestriction()) {
            return "不符合限定支付（" + advice.restriction().orElseThrow().chinese() + "），自费，需签知情同意书";
        }
        if (advice.isOverLimit()) {
            return "超限价，超出部分自费，需签知情同意书";
        }
        return advice.restriction()
                .map(limit -> limit.text() + "，请核对")
                .orElse("数量单位 " + advice.ordered().unit().orElse("") + " 与目录不同，无法计价");
    }

    private static String english(ItemAdvice advice, boolean asks) {
        if (advice.ambiguous()) {
            return "several items here have this national code: name one";
        }
        if (advice.item().isEmpty()) {
            return "not in the hospital's catalogue: self-paid, " + (asks ? "consent is due" : "no consent is due")
                    + "; map the item";
        }
        if (advice.isSelfPaid()) {
            return "class C, self-paid, " + (asks ? "consent is due" : "no consent is due");
        }
        if (advice.breaksRestriction()) {
            return "restriction not met: self-paid, consent is due";
        }
        if (advice.isOverLimit()) {
            return "above the price limit: the excess is self-paid, consent is due";
        }
        return advice.restriction().isPresent()
                ? "payment restriction, please check: not met means self-paid"
                : "counted in another unit: no price";
    }

    private static String amount(ItemAdvice advice) {
        return advice.price().map(price -> price + " 元").orElse("");
    }

    /** Class, price and who pays what by the catalogue, a line each. */
    static String detail(ItemAdvice advice, Cover cover) {
        List<String> lines = new ArrayList<>();
        advice.item().ifPresent(item -> lines.add(priced(advice, item)));
        advice.split().ifPresent(split -> lines.add(split(split, cover)));
        advice.restriction()
                .ifPresent(limit -> lines.add(
                        "- 限定支付 restriction: " + limit.text() + " — " + limit.chinese() + " / " + limit.english()));
        if (advice.item().isEmpty()) {
            lines.add("- 医嘱编码 ordered as: " + (advice.code().isBlank() ? advice.name() : advice.code()));
        }
        if (!advice.alternatives().isEmpty()) {
            lines.add("- 目录内同药理分类 in the catalogue, of the same class:");
            advice.alternatives().forEach(other -> lines.add("  - " + alternative(other)));
        }
        return String.join("\n", lines);
    }

    static String alternative(CatalogueItem item) {
        return item.hospitalCode() + " " + item.name() + " " + item.specification() + " " + className(item) + " "
                + item.price() + " 元/" + item.unit();
    }

    /** One line of the order's card. */
    static String line(ItemAdvice advice) {
        String name = advice.name().replace("\n", " ");
        return advice.item()
                .map(item -> "- " + name + "：" + className(item) + "，" + item.price() + " 元/" + item.unit() + " × "
                        + count(advice)
                        + advice.price().map(price -> " = " + price + " 元").orElse(""))
                .orElse("- " + name + "：目录外 / not in the catalogue");
    }

    private static String priced(ItemAdvice advice, CatalogueItem item) {
        return "- 类别 class: " + className(item)
                + item.preSelfPayRate()
                        .map(rate -> "，先行自付 first self-paid "
                                + rate.share()
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString() + " %")
                        .orElse("")
                + item.priceLimit()
                        .map(limit -> "，限价 limit " + limit + " 元/" + item.unit())
                        .orElse("")
                + "；" + item.price() + " 元/" + item.unit() + " × " + count(advice)
                + advice.price().map(price -> " = " + price + " 元").orElse("");
    }

    private static String count(ItemAdvice advice) {
        return advice.ordered().quantity().stripTrailingZeros().toPlainString()
                + Optional.of(advice)
                        .filter(unpriced -> unpriced.price().isEmpty())
                        .flatMap(unpriced -> unpriced.ordered().unit())
                        .map(unit -> " " + unit)
                        .orElse("");
    }

    private static String split(ChargeSplit split, Cover cover) {
        if (cover.state().isSelfPaying()) {
            return "- 患者全额自费 the patient pays all: " + split.total() + " 元";
        }
        return "- 患者先付 the patient pays first: "
                + split.fullSelfPay().plus(split.overLimit()).plus(split.preSelfPay())
                + " 元；进入统筹 left for the plan: " + split.inScope() + " 元";
    }

    static String className(CatalogueItem item) {
        ItemClass type = item.itemClass();
        return switch (type) {
            case A -> "甲 A";
            case B -> "乙 B";
            case C -> "丙 C";
        };
    }
}
