package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.order.AnswerId;
import org.yibaoban.office.order.CardLedger.GivenAnswer;
import org.yibaoban.visit.VisitNumber;

/** What a hook is answered. */
record HookAnswer(AnswerId id, Optional<VisitNumber> visit, List<Card> cards, JsonArray systemActions) {

    private static final int MOST_USER = 200;

    HookAnswer {
        cards = List.copyOf(cards);
    }

    GivenAnswer given(String service, String user) {
        return new GivenAnswer(
                id,
                service,
                visit,
                user.substring(0, Math.min(user.length(), MOST_USER)),
                cards.stream().map(Card::given).toList());
    }
}
