package org.yibaoban.office.order;

import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.visit.VisitStatus;

/**
 * Where a stay stands with the insurance.
 *
 * @param charges net, in yuan
 * @param estimate by today's plan; at the beginning of a stay, and where there is none, empty
 * @param noEstimate why there is none where one was asked for
 */
public record StayAdvice(
        String visit,
        VisitStatus status,
        Cover cover,
        Money charges,
        Set<StayFlag> flags,
        Optional<Settlement> estimate,
        Optional<String> noEstimate) {}
