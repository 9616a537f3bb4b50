package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yibaoban.his.cdshooks.Card.Indicator;
import org.yibaoban.his.cdshooks.DraftOrder.Unread;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.order.AnswerId;
import org.yibaoban.office.order.CardLedger.Kind;
import org.yibaoban.office.order.OrderAdvice;
import org.yibaoban.office.order.OrderAdvice.StayEffect;
import org.yibaoban.office.order.OrderAdvisor;
import org.yibaoban.office.order.OrderedItem;
import org.yibaoban.office.order.StayAdvice;
import org.yibaoban.office.order.StayReference;
import org.yibaoban.visit.VisitNumber;

/** Works the answer to a call out. */
final class HookAnswers {

    private static final Logger LOG = System.getLogger(HookAnswers.class.getName());

    private final OrderAdvisor advisor;
    private final Set<String> itemSystems;
    private final String portal;
    private final Clock clock;
    private final AnswerId id;

    HookAnswers(OrderAdvisor advisor, Set<String> itemSystems, String portal, Clock clock) {
        this.advisor = advisor;
        this.itemSystems = itemSystems;
        this.portal = portal;
        this.clock = clock;
        this.id = AnswerId.next(clock);
    }

    HookAnswer of(HookCall call) {
        // all that is wrong with the request is found before anybody is asked
        List<DraftOrder> orders = call.service().isForOrders() ? orders(call) : List.of();
        try {
            return switch (call.service()) {
                case ORDER_SELECT, ORDER_SIGN -> onOrders(call, orders);
                case ENCOUNTER_START -> onStay(call, advisor::start, StayCards::start);
                case ENCOUNTER_DISCHARGE -> onStay(call, advisor::discharge, StayCards::discharge);
            };
        } catch (OfficeRefused refused) {
            LOG.log(Level.INFO, "hook without advice: {0}", refused.getMessage());
            return new HookAnswer(id, Optional.empty(), refusal(refused), JsonValue.EMPTY_JSON_ARRAY);
        }
    }

    private List<DraftOrder> orders(HookCall call) {
        OrderReader reader = new OrderReader(call.context(), call.prefetch(), itemSystems);
        List<DraftOrder> orders =
                call.service() == HookService.ORDER_SELECT ? reader.selected(call.context()) : reader.drafts();
        boolean anyToAdvise = orders.stream().anyMatch(order -> !order.items().isEmpty());
        boolean anyOutOfReach = orders.stream()
                .anyMatch(
                        order -> order.unread().filter(Unread.NOT_FOUND::equals).isPresent());
        if (!anyToAdvise && anyOutOfReach) {
            throw new HookFault(
                    412, "what was ordered is only referred to: send the Medication or Device along, or in prefetch");
        }
        return orders;
    }

    private HookAnswer onOrders(HookCall call, List<DraftOrder> orders) {
        if (orders.isEmpty()) {
            return new HookAnswer(id, Optional.empty(), List.of(), JsonValue.EMPTY_JSON_ARRAY);
        }
        List<OrderedItem> items =
                orders.stream().flatMap(order -> order.items().stream()).toList();
        OrderAdvice advice = asked(
                call, stay -> advisor.order(stay, items), found -> found.stay().isPresent());
        JsonArray actions = call.settings().coverageInformation() && !items.isEmpty()
                ? SystemActions.of(
                        advice, orders, call.prefetch().coverages(call.patientId()), id, LocalDate.now(clock))
                : JsonValue.EMPTY_JSON_ARRAY;
        return new HookAnswer(
                id,
                advice.stay().map(StayEffect::visit).map(VisitNumber::new),
                new OrderCards(call.settings(), orders, portal).of(advice),
                actions);
    }

    private HookAnswer onStay(
            HookCall call,
            Function<StayReference, Optional<StayAdvice>> look,
            Function<Optional<StayAdvice>, List<Card>> cards) {
        Optional<StayAdvice> stay = asked(call, look, Optional::isPresent);
        List<Card> all = cards.apply(stay);
        return new HookAnswer(
                id,
                stay.map(StayAdvice::visit).map(VisitNumber::new),
                all.subList(0, Math.min(all.size(), call.settings().mostCards())),
                JsonValue.EMPTY_JSON_ARRAY);
    }

    /** By what was sent; where the office does not know that stay, once more by the client's own encounter. */
    private static <T> T asked(HookCall call, Function<StayReference, T> look, Predicate<T> known) {
        StayReader reader = new StayReader(call.context(), call.prefetch());
        T found = look.apply(reader.read());
        return known.test(found) ? found : reader.ask().map(look).orElse(found);
    }

    private static List<Card> refusal(OfficeRefused refused) {
        return refused.reason() == ReasonCode.PATIENT_MISMATCH
                ? List.of(Card.of(
                        Kind.OTHER_PATIENT,
                        "就诊号属于另一患者，请核对患者与就诊 / the visit is another patient's: check patient and visit",
                        Indicator.CRITICAL,
                        ""))
                : List.of();
    }
}
