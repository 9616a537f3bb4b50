package org.yibaoban.his.cdshooks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.Severity;
import org.yibaoban.his.cdshooks.Card.Indicator;
import org.yibaoban.office.desk.DepartmentOverview;
import org.yibaoban.office.order.CardLedger.Kind;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.OrderAdvice;
import org.yibaoban.office.order.OrderAdvice.StayEffect;
import org.yibaoban.visit.VisitStatus;

/** Advice on orders as cards, the important ones first. */
final class OrderCards {

    private final HookSettings settings;
    private final List<DraftOrder> orders;
    private final String portal;

    /** @param portal address of the office's pages, without a slash at its end */
    OrderCards(HookSettings settings, List<DraftOrder> orders, String portal) {
        this.settings = settings;
        this.orders = orders;
        this.portal = portal;
    }

    List<Card> of(OrderAdvice advice) {
        List<Card> cards = new ArrayList<>();
        advice.items().stream().filter(ItemWords::isWorthACard).forEach(item -> cards.add(item(item, advice)));
        advice.found().stream()
                .flatMap(List::stream)
                // said by the item's own card, which has the link to the form
                .filter(found -> found.rule() != AuditRule.NO_CONSENT)
                .forEach(found -> cards.add(finding(found)));
        if (!advice.items().isEmpty()) {
            order(advice).ifPresent(cards::add);
        }
        unread().ifPresent(cards::add);
        cards.sort(Comparator.comparing(Card::indicator));
        return cards.subList(0, Math.min(cards.size(), settings.mostCards()));
    }

    private Card item(ItemAdvice advice, OrderAdvice order) {
        boolean asks = order.asksConsent(advice);
        return new Card(
                Kind.ITEM,
                advice.code(),
                reference(advice),
                ItemWords.summary(advice, asks),
                asks ? Indicator.WARNING : Indicator.INFO,
                ItemWords.detail(advice, order.cover()),
                settings.alternatives() ? Alternatives.of(advice, orders) : List.of(),
                order.stay().filter(stay -> asks).map(stay -> consentForm(stay.visit(), advice)));
    }

    private Optional<String> reference(ItemAdvice advice) {
        return orders.stream()
                .filter(DraftOrder::hasId)
                .map(DraftOrder::reference)
                .filter(advice.ordered().order()::equals)
                .findFirst();
    }

    /** What an audit rule would find. The order goes all the same: care is never blocked. */
    private Card finding(OrderAdvice.Found found) {
        Optional<ItemAdvice> only =
                Optional.of(found.items()).filter(items -> items.size() == 1).map(items -> items.get(0));
        String names = found.items().stream().map(ItemAdvice::name).distinct().collect(Collectors.joining("、"));
        return new Card(
                Kind.AUDIT,
                only.map(ItemAdvice::code).orElse(""),
                only.flatMap(this::reference),
                Card.said(
                        names,
                        (names.isEmpty() ? "" : "：") + found.rule().chinese() + " / "
                                + found.rule().english()),
                found.severity() == Severity.STOP ? Indicator.WARNING : Indicator.INFO,
                "- " + found.chinese() + " / " + found.english() + "\n- 处理 severity: "
                        + found.severity().chinese() + " / " + found.severity().english() + "\n- 依据 clause: "
                        + found.clause(),
                List.of(),
                Optional.empty());
    }

    /** The form for just this item and quantity, to be filled in and signed before the order is. */
    private Card.Link consentForm(String visit, ItemAdvice advice) {
        return new Card.Link(
                "知情同意书 / consent form",
                portal + "/consent.xhtml?visit=" + encoded(visit) + "&item=" + encoded(advice.code()) + "&ordered="
                        + encoded(advice.ordered().quantity().toPlainString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the order costs; without a wish for costs only what must be said of the visit itself. */
    private Optional<Card> order(OrderAdvice advice) {
        Optional<VisitStatus> status = advice.stay().map(StayEffect::status);
        if (status.filter(VisitStatus.CANCELLED::equals).isPresent()) {
            return Optional.of(Card.of(
                    Kind.ORDER,
                    "就诊已撤销，费用无法结算，请核对患者 / the visit is cancelled, nothing on it can be settled: check the patient",
                    Indicator.CRITICAL,
                    ""));
        }
        if (!settings.cost()) {
            return Optional.empty();
        }
        boolean warn = status.filter(VisitStatus.DISCHARGED::equals).isPresent()
                || advice.stay()
                        .flatMap(StayEffect::department)
                        .flatMap(DepartmentOverview::levelReached)
                        .isPresent()
                || advice.stay()
                        .flatMap(StayEffect::payment)
                        .filter(PaymentWords::overruns)
                        .isPresent();
        return Optional.of(
                Card.of(Kind.ORDER, summary(advice), warn ? Indicator.WARNING : Indicator.INFO, detail(advice)));
    }

    private static String summary(OrderAdvice advice) {
        String total = advice.orderTotal() + "";
        if (advice.stay().isEmpty()) {
            return "本次医嘱 " + total + " 元（按目录价，就诊不明，无估算）/ order " + total
                    + " yuan by the catalogue; stay unknown here, no estimate";
        }
        StayEffect stay = advice.stay().get();
        String sum = "，累计 " + stay.chargesSoFar().plus(advice.orderTotal()) + " 元";
        return stay.share()
                .map(share -> "本次医嘱 " + total + " 元：患者负担增加 " + share.patient() + " 元，基金等 " + share.others() + " 元" + sum
                        + " / order " + total + " yuan: patient " + share.patient() + ", funds " + share.others())
                .orElse("本次医嘱 " + total + " 元" + sum + "，暂无估算 / order " + total + " yuan, no estimate yet");
    }

    private String detail(OrderAdvice advice) {
        List<String> lines = new ArrayList<>();
        advice.items().forEach(item -> lines.add(ItemWords.line(item)));
        if (advice.items().stream().anyMatch(item -> item.price().isEmpty())) {
            lines.add("- 合计不含无法计价的项目 / the total leaves out what has no price");
        }
        advice.stay().ifPresent(stay -> {
            lines.add("- 待遇 cover: " + stay.cover().state().chinese() + " / "
                    + stay.cover().state().english());
            if (stay.status() == VisitStatus.DISCHARGED) {
                lines.add("- 患者已出院 / the patient is discharged");
            }
            stay.payment().ifPresent(payment -> lines.add("- " + PaymentWords.line(payment)));
            stay.department().ifPresent(department -> lines.add("- " + quota(department)));
        });
        return String.join("\n", lines);
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

    private Optional<Card> unread() {
        List<DraftOrder> unread =
                orders.stream().filter(order -> order.unread().isPresent()).toList();
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        String detail = unread.stream()
                .map(order -> "- " + order.reference() + "："
                        + order.unread().orElseThrow().chinese() + " / "
                        + order.unread().orElseThrow().english())
                .collect(Collectors.joining("\n"));
        return Optional.of(Card.of(
                Kind.UNREAD,
                unread.size() + " 项医嘱无医保提示，见详情 / no advice on " + unread.size() + " of the orders, see the detail",
                Indicator.INFO,
                detail));
    }
}
