package org.yibaoban.his.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.order.CardLedger;
import org.yibaoban.office.order.Cover;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.OrderAdvice;
import org.yibaoban.office.order.OrderAdvice.Share;
import org.yibaoban.office.order.OrderAdvice.StayEffect;
import org.yibaoban.office.order.OrderAdvisor;
import org.yibaoban.office.order.OrderedItem;
import org.yibaoban.office.order.StayAdvice;
import org.yibaoban.office.order.StayReference;
import org.yibaoban.office.payment.StayPayments.OrderEffect;
import org.yibaoban.visit.VisitStatus;

/** An office that knows one stay, V1, and remembers what it was asked and what it gave. */
final class MemoryOffice implements OrderAdvisor, CardLedger {

    final List<StayReference> asked = new ArrayList<>();
    final List<OrderedItem> items = new ArrayList<>();
    final List<GivenAnswer> given = new ArrayList<>();
    final List<Feedback> feedback = new ArrayList<>();
    Cover cover = cover(Cover.State.ACTIVE);
    VisitStatus status = VisitStatus.ADMITTED;
    Optional<RuntimeException> failure = Optional.empty();
    boolean forgetful;
    /** What the audit finds of the ordered items; empty while it is not asked. */
    Optional<Function<List<ItemAdvice>, List<OrderAdvice.Found>>> found = Optional.empty();

    Optional<OrderEffect> payment = Optional.empty();

    static Cover cover(Cover.State state) {
        return new Cover(state, false, Optional.of("M1"), Optional.of(InsuranceType.EMPLOYEE), Optional.empty());
    }

    @Override
    public OrderAdvice order(StayReference stay, List<OrderedItem> ordered) {
        failure.ifPresent(broken -> {
            throw broken;
        });
        asked.add(stay);
        items.clear();
        items.addAll(ordered);
        List<ItemAdvice> advice = ordered.stream().map(KnownItems::advice).toList();
        Money total =
                Money.sum(advice.stream().flatMap(item -> item.price().stream()).toList());
        Optional<StayEffect> effect = isKnown(stay)
                ? Optional.of(new StayEffect(
                        "V1",
                        status,
                        cover,
                        Money.of("100.00"),
                        Optional.of(new Share(total, Money.ZERO)),
                        payment,
                        Optional.empty()))
                : Optional.empty();
        return new OrderAdvice(effect, total, advice, found.map(make -> make.apply(advice)));
    }

    @Override
    public Optional<StayAdvice> start(StayReference stay) {
        asked.add(stay);
        return Optional.empty();
    }

    @Override
    public Optional<StayAdvice> discharge(StayReference stay) {
        return start(stay);
    }

    @Override
    public void keep(GivenAnswer answer) {
        if (forgetful) {
            throw new IllegalStateException("the database is away");
        }
        given.add(answer);
    }

    @Override
    public List<UUID> feedback(String service, String client, List<Feedback> entries) {
        feedback.addAll(entries);
        return List.of();
    }

    private static boolean isKnown(StayReference stay) {
        return stay.visit().filter(visit -> visit.value().equals("V1")).isPresent();
    }
}
