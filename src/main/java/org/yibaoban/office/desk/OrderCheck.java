package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** What an order does to a stay, before it is signed. Answered from what is here: no call to the payer. */
@ApplicationScoped
public class OrderCheck {

    @Inject
    private Visits visits;

    @Inject
    private Stays stays;

    @Inject
    private OfficeBoard board;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    /** An item on an order that is not signed yet. */
    public record OrderedItem(String code, String name, BigDecimal quantity) {}

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public OrderAdvice check(VisitNumber number, List<OrderedItem> order) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        LocalDate today = LocalDate.now(clock);
        List<OrderAdvice.ItemAdvice> items =
                order.stream().map(item -> advice(item, today)).toList();
        Money orderTotal =
                Money.sum(items.stream().map(OrderAdvice.ItemAdvice::price).toList());
        return new OrderAdvice(
                number.value(),
                visit.charges(),
                orderTotal,
                patientShareChange(visit, items),
                items,
                board.with(visit.location().department(), YearMonth.from(today), orderTotal)
                        .filter(department -> department.quota().isPresent()));
    }

    private OrderAdvice.ItemAdvice advice(OrderedItem ordered, LocalDate today) {
        Optional<CatalogueItem> item = catalogue.find(ordered.code(), today);
        Money price = item.map(known -> known.price().times(ordered.quantity())).orElse(Money.ZERO);
        boolean selfPaid = item.map(known -> known.itemClass() == ItemClass.C).orElse(true);
        boolean overLimit = item.flatMap(
                        known -> known.priceLimit().map(limit -> known.price().compareTo(limit) > 0))
                .orElse(false);
        return new OrderAdvice.ItemAdvice(
                ordered.code(),
                item.map(CatalogueItem::name).orElse(ordered.name()),
                ordered.quantity(),
                item,
                price,
                selfPaid || overLimit,
                selfPaid
                        ? item.map(known -> catalogue.alternatives(known, today, 3))
                                .orElse(List.of())
                        : List.of());
    }

    private Optional<Money> patientShareChange(VisitRow visit, List<OrderAdvice.ItemAdvice> items) {
        List<ChargeLineRow> lines = stays.lines(visit);
        List<BenefitLine> further = items.stream()
                .filter(advice -> advice.price().isPositive())
                .map(OrderCheck::line)
                .toList();
        try {
            Money before = stays.estimate(visit, lines).amount(SettlementField.PERSONAL);
            Money after = stays.estimateWith(visit, lines, further).amount(SettlementField.PERSONAL);
            return Optional.of(after.minus(before));
        } catch (OfficeRefused noEstimate) {
            return Optional.empty();
        }
    }

    private static BenefitLine line(OrderAdvice.ItemAdvice advice) {
        CatalogueItem item = advice.item().orElseThrow();
        return new BenefitLine(
                advice.price(),
                item.itemClass(),
                item.preSelfPayRate(),
                advice.quantity(),
                item.priceLimit().map(Money::yuan),
                item.waived());
    }
}
