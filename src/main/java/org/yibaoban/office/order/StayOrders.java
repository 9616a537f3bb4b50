package org.yibaoban.office.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.HookAnswers;
import org.yibaoban.store.OrderRow;
import org.yibaoban.store.Orders;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** The orders of a stay with what was charged for them and what the doctors were told. Five queries, whatever their number. */
@ApplicationScoped
public class StayOrders {

    /** Cards are given at every selection and signature; a stay's newest answers are looked through. */
    private static final int ANSWERS = 500;

    private static final int SHOWN_OF_AN_ITEM = 3;

    @Inject
    private Visits visits;

    @Inject
    private Orders orders;

    @Inject
    private HookAnswers answers;

    /**
     * By time of order.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public List<StayOrder> of(VisitNumber number) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        List<OrderRow> rows = orders.all(visit);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Orders.Charged> charged = orders.charged(visit);
        Map<String, List<StayOrder.Advice>> advice = advice(visit.number());
        return rows.stream()
                .map(row -> order(row, charged, advice.getOrDefault(row.itemCode(), List.of())))
                .toList();
    }

    private static StayOrder order(OrderRow row, List<Orders.Charged> charged, List<StayOrder.Advice> advice) {
        OrderRow.Facts facts = row.facts();
        Money sum = charged.stream()
                .filter(line -> line.orderNumber().equals(row.placer())
                        || line.orderNumber().equals(row.filler()))
                .filter(line -> row.itemCode().isEmpty() || line.itemCode().equals(row.itemCode()))
                .map(Orders.Charged::amount)
                .reduce(Money.ZERO, Money::plus);
        return new StayOrder(
                row.placer().isEmpty() ? row.filler() : row.placer(),
                facts.group(),
                row.itemCode(),
                facts.itemName(),
                facts.quantity(),
                facts.unit(),
                facts.department(),
                facts.doctor(),
                facts.orderedAt(),
                state(row),
                row.changedAt(),
                sum,
                advice);
    }

    private static StayOrder.State state(OrderRow row) {
        return switch (row.status()) {
            case ACTIVE -> row.changedAt().isPresent() ? StayOrder.State.CHANGED : StayOrder.State.NEW;
            case HELD -> StayOrder.State.HELD;
            case UNABLE -> StayOrder.State.UNABLE;
            case CANCELLED -> StayOrder.State.CANCELLED;
            case DISCONTINUED -> StayOrder.State.DISCONTINUED;
            case REPLACED -> StayOrder.State.REPLACED;
        };
    }

    /** By item code, newest first. */
    private Map<String, List<StayOrder.Advice>> advice(VisitNumber visit) {
        Map<UUID, StayOrder.Reaction> reactions = new HashMap<>();
        answers.reactions(visit).forEach(reaction -> reactions.put(reaction.card(), reaction(reaction)));
        Map<String, List<StayOrder.Advice>> byItem = new HashMap<>();
        for (HookAnswers.Answer answer : answers.ofVisit(visit, ANSWERS)) {
            AnswerId id = new AnswerId(answer.id());
            List<CardLedger.GivenCard> cards = GivenCards.cards(answer);
            for (int i = 0; i < cards.size(); i++) {
                List<StayOrder.Advice> ofItem =
                        byItem.computeIfAbsent(cards.get(i).itemCode(), code -> new ArrayList<>());
                if (cards.get(i).kind() == CardLedger.Kind.ITEM && ofItem.size() < SHOWN_OF_AN_ITEM) {
                    Optional<StayOrder.Reaction> reaction = Optional.ofNullable(reactions.get(id.card(i)));
                    ofItem.add(new StayOrder.Advice(id.at(), answer.user(), reaction));
                }
            }
        }
        return byItem;
    }

    private static StayOrder.Reaction reaction(HookAnswers.Reaction told) {
        return new StayOrder.Reaction(
                told.outcome().equals("accepted"),
                told.acceptedItems().lines().toList(),
                told.overrideReason(),
                told.comment());
    }
}
