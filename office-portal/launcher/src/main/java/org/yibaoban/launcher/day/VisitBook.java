package org.yibaoban.launcher.day;

import java.util.List;
import org.yibaoban.money.Money;

/**
 * What the day's own books say of one visit at the end.
 *
 * @param total net of credits, in yuan
 * @param lines charges and credits
 */
record VisitBook(String visit, Fate fate, Money total, int lines, int credits) {

    static VisitBook of(String visit, Fate fate, List<Charge> charges) {
        return new VisitBook(
                visit, fate, Money.sum(charges.stream().map(Charge::amount).toList()), charges.size(), (int)
                        charges.stream().filter(Charge::isCredit).count());
    }
}
