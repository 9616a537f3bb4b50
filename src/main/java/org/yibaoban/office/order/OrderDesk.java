package org.yibaoban.office.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The office's answer to the hooks; each look is a transaction of its own. */
@ApplicationScoped
public class OrderDesk implements OrderAdvisor {

    @Inject
    private OrderCheck orders;

    @Inject
    private StayCheck stays;

    @Override
    public OrderAdvice order(StayReference stay, List<OrderedItem> items) {
        return orders.check(stay, items);
    }

    @Override
    public Optional<StayAdvice> start(StayReference stay) {
        return stays.start(stay);
    }

    @Override
    public Optional<StayAdvice> discharge(StayReference stay) {
        return stays.discharge(stay);
    }
}
