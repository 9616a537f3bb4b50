package org.yibaoban.his.cdshooks;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.office.desk.DepartmentOverview;
import org.yibaoban.office.desk.OrderAdvice;

/** Advice as CDS Hooks cards, Chinese first, English second. No person is named in a card. */
final class Cards {

    /** CDS Hooks 2.0: a summary has less than 140 characters. */
    private static final int SUMMARY = 139;

    private Cards() {}

    static JsonArray of(OrderAdvice advice) {
        JsonArrayBuilder cards = Json.createArrayBuilder();
        advice.items().stream().filter(Cards::worthSaying).forEach(item -> cards.add(item(item)));
        if (!advice.items().isEmpty()) {
            cards.add(stay(advice));
        }
        return cards.build();
    }

    private static boolean worthSaying(OrderAdvice.ItemAdvice item) {
        return item.needsConsent()
                || item.item().flatMap(CatalogueItem::restriction).isPresent();
    }

    private static JsonObjectBuilder item(OrderAdvice.ItemAdvice advice) {
        String chinese;
        String english;
        if (advice.item().isEmpty()) {
            chinese = "目录外项目，未对码，按自费，需签知情同意书";
            english = "not in the catalogue: self-paid, consent is due";
        } else if (advice.item().get().itemClass() == ItemClass.C) {
            chinese = "丙类自费 " + advice.price() + " 元，需签知情同意书";
            english = "class C, self-paid " + advice.price() + " yuan, consent is due";
        } else if (advice.needsConsent()) {
            chinese = "超限价，超出部分自费，需签知情同意书";
            english = "above the price limit: the excess is self-paid, consent is due";
        } else {
            chinese = advice.item().get().restriction().orElse("");
            english = "payment restriction: not met means self-paid";
        }
        JsonObjectBuilder card =
                card(advice.name() + "：" + chinese + " / " + english, advice.needsConsent() ? "warning" : "info");
        return advice.alternatives().isEmpty() ? card : card.add("detail", alternatives(advice));
    }

    private static String alternatives(OrderAdvice.ItemAdvice advice) {
        return "目录内可替代 / alternatives in the catalogue:\n"
                + advice.alternatives().stream()
                        .map(item -> "- " + item.hospitalCode() + " " + item.name() + " " + item.specification() + " "
                                + item.itemClass() + " " + item.price() + " 元/" + item.unit())
                        .collect(Collectors.joining("\n"));
    }

    private static JsonObjectBuilder stay(OrderAdvice advice) {
        StringBuilder summary = new StringBuilder("本次医嘱 ")
                .append(advice.orderTotal())
                .append(" 元，累计 ")
                .append(advice.chargesSoFar().plus(advice.orderTotal()))
                .append(" 元");
        advice.patientShareChange()
                .ifPresent(share -> summary.append("，患者负担增加 ").append(share).append(" 元"));
        summary.append(" / order ").append(advice.orderTotal()).append(" yuan");
        boolean warn =
                advice.department().flatMap(DepartmentOverview::levelReached).isPresent();
        JsonObjectBuilder card = card(summary.toString(), warn ? "warning" : "info");
        advice.department().ifPresent(department -> card.add("detail", quota(department)));
        return card;
    }

    private static String quota(DepartmentOverview department) {
        return department.name() + " 本月定额使用 " + department.usedPercent().orElseThrow() + "%"
                + department
                        .levelReached()
                        .map(level -> "，已达预警线 " + level + "%")
                        .orElse("")
                + " / " + department.englishName() + ": "
                + department.usedPercent().orElseThrow() + " % of this month's quota with this order";
    }

    private static JsonObjectBuilder card(String summary, String indicator) {
        return Json.createObjectBuilder()
                .add("uuid", UUID.randomUUID().toString())
                .add("summary", summary.length() <= SUMMARY ? summary : summary.substring(0, SUMMARY - 1) + "…")
                .add("indicator", indicator)
                .add("source", Json.createObjectBuilder().add("label", "医保办 Medical insurance office"));
    }
}
