package org.yibaoban.launcher.day;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/** What went in, what came back, and what was not as it should be. */
final class Tally {

    private final Map<String, Integer> messages = new TreeMap<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, Integer> claims = new TreeMap<>();
    private final Map<SettlementField, Money> settled = new EnumMap<>(SettlementField.class);
    private final List<String> differences = new ArrayList<>();
    private int charges;
    private int credits;
    private int repeated;
    private int hooks;
    private int hooksWithCards;
    private int cards;

    void sent(Step.Message message, Acknowledgement answer) {
        answers.merge(answer.code(), 1, Integer::sum);
        if (message.again()) {
            repeated++;
        } else {
            messages.merge(message.type(), 1, Integer::sum);
            int back = (int) message.charges().stream().filter(Charge::isCredit).count();
            credits += back;
            charges += message.charges().size() - back;
        }
        if (!answer.isAccepted()) {
            differ(
                    message.visit(),
                    message.type() + " " + message.controlId() + " answered " + answer.code() + ": " + answer.reason());
        }
    }

    void hook(int cardCount) {
        hooks++;
        cards += cardCount;
        hooksWithCards += cardCount > 0 ? 1 : 0;
    }

    /** @param state SETTLED, or why not */
    void claimed(String state) {
        claims.merge(state, 1, Integer::sum);
    }

    void settled(SettlementField field, Money amount) {
        settled.merge(field, amount, Money::plus);
    }

    void differ(String visit, String what) {
        differences.add(visit + ": " + what);
    }

    Map<String, Integer> messages() {
        return messages;
    }

    Map<String, Integer> answers() {
        return answers;
    }

    Map<String, Integer> claims() {
        return claims;
    }

    Map<SettlementField, Money> settled() {
        return settled;
    }

    List<String> differences() {
        return differences;
    }

    int charges() {
        return charges;
    }

    int credits() {
        return credits;
    }

    int repeated() {
        return repeated;
    }

    int hooks() {
        return hooks;
    }

    int hooksWithCards() {
        return hooksWithCards;
    }

    int cards() {
        return cards;
    }
}
