package org.yibaoban.his.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.his.cdshooks.Card.Indicator;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.order.CardLedger.Kind;
import org.yibaoban.office.order.Cover;
import org.yibaoban.office.order.StayAdvice;

/** Where a stay stands, as cards. */
final class StayCards {

    private StayCards() {}

    static List<Card> start(Optional<StayAdvice> known) {
        return known.map(stay -> List.of(cover(stay))).orElseGet(() -> List.of(unknown()));
    }

    static List<Card> discharge(Optional<StayAdvice> known) {
        if (known.isEmpty()) {
            return List.of(unknown());
        }
        List<Card> cards = new ArrayList<>();
        StayAdvice stay = known.get();
        blockers(stay).ifPresent(cards::add);
        cards.add(estimate(stay));
        return cards;
    }

    private static Card unknown() {
        return Card.of(
                Kind.STAY,
                "医保办尚无此就诊，参保未核验 / the office does not know this stay yet: cover not verified",
                Indicator.INFO,
                "入院消息(ADT)到达后自动核验 / verified by itself once the admission message (ADT) has come");
    }

    private static Card cover(StayAdvice stay) {
        Cover cover = stay.cover();
        boolean warn = cover.state().isSelfPaying() || cover.identityFault() || cover.state() == Cover.State.NOT_ASKED;
        List<String> lines = new ArrayList<>();
        cover.insurance()
                .ifPresent(type -> lines.add("- 险种 insurance: "
                        + switch (type) {
                            case EMPLOYEE -> "职工 employees";
                            case RESIDENT -> "城乡居民 residents";
                        }));
        cover.verifiedOn().ifPresent(day -> lines.add("- 核验日期 verified on: " + day));
        if (cover.identityFault()) {
            lines.add("- 身份证号有误，请更正后重新发送入院消息 / the identity number is wrong: mend it and send the admission again");
        }
        if (cover.state() == Cover.State.UNFILED) {
            lines.add("- 请患者办理异地就医备案，备案后重新核验 / ask the patient to file; verified again afterwards");
        }
        lines.addAll(flags(stay, false));
        return Card.of(
                Kind.STAY,
                "医保：" + cover.state().chinese() + " / insurance: "
                        + cover.state().english(),
                warn ? Indicator.WARNING : Indicator.INFO,
                String.join("\n", lines));
    }

    private static Optional<Card> blockers(StayAdvice stay) {
        List<StayFlag> blocking =
                stay.flags().stream().filter(StayFlag::blocksClaim).toList();
        if (blocking.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Card.of(
                Kind.STAY,
                "结算前须处理 " + blocking.size() + " 项："
                        + blocking.stream().map(StayFlag::chinese).collect(Collectors.joining("、"))
                        + " / " + blocking.size() + " to settle before the claim, see the detail",
                Indicator.WARNING,
                String.join("\n", flags(stay, true))));
    }

    private static Card estimate(StayAdvice stay) {
        String charges = stay.charges().toString();
        if (stay.estimate().isEmpty()) {
            return Card.of(
                    Kind.STAY,
                    "费用 " + charges + " 元，暂无估算 / charges " + charges + " yuan, no estimate yet",
                    Indicator.INFO,
                    String.join("\n", joined(List.of("- " + stay.noEstimate().orElse("")), flags(stay, false))));
        }
        Settlement estimate = stay.estimate().get();
        var personal = estimate.amount(SettlementField.PERSONAL);
        var total = estimate.amount(SettlementField.TOTAL);
        List<String> lines = new ArrayList<>();
        for (SettlementField field : SettlementField.values()) {
            if (!estimate.amount(field).isZero()) {
                lines.add("- " + field.chinese() + " " + field.english() + ": " + estimate.amount(field) + " 元");
            }
        }
        return Card.of(
                Kind.STAY,
                "估算：费用 " + total + " 元，基金等 " + total.minus(personal) + " 元，个人 " + personal + " 元 / estimate " + total
                        + " yuan: funds " + total.minus(personal) + ", patient " + personal,
                stay.cover().state().isSelfPaying() ? Indicator.WARNING : Indicator.INFO,
                String.join("\n", joined(lines, flags(stay, false))));
    }

    private static List<String> flags(StayAdvice stay, boolean blocking) {
        return stay.flags().stream()
                .filter(flag -> flag.blocksClaim() == blocking)
                .map(flag -> "- " + flag.chinese() + " / " + flag.english())
                .toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
