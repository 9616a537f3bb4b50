package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.order.CardLedger.GivenCard;
import org.yibaoban.office.order.CardLedger.Kind;

/**
 * A card before it has a name. No person is named in a card.
 *
 * @param itemCode what it is about; blank for the whole order or stay
 * @param order the order it is about; empty for several, or one without an id
 * @param detail GitHub Markdown
 * @param link where more can be done about it
 */
record Card(
        Kind kind,
        String itemCode,
        Optional<String> order,
        String summary,
        Indicator indicator,
        String detail,
        List<Suggestion> suggestions,
        Optional<Link> link) {

    /** CDS Hooks 2.0: a summary has less than 140 characters. */
    static final int MOST_SUMMARY = 139;

    /** As CDS Hooks names them; critical is kept for what must not be passed by: another patient, a visit that is void. */
    enum Indicator {
        CRITICAL,
        WARNING,
        INFO
    }

    /** A page of the office. */
    record Link(String label, String url) {}

    /** What the doctor may take with one click. */
    record Suggestion(String label, String itemCode, JsonArray actions) {}

    Card {
        summary = shortened(summary, MOST_SUMMARY);
        suggestions = List.copyOf(suggestions);
    }

    static Card of(Kind kind, String summary, Indicator indicator, String detail) {
        return new Card(kind, "", Optional.empty(), summary, indicator, detail, List.of(), Optional.empty());
    }

    GivenCard given() {
        return new GivenCard(
                kind, itemCode, suggestions.stream().map(Suggestion::itemCode).toList());
    }

    /** A name and what is said of it: the name gives way where both are too long. */
    static String said(String name, String text) {
        return shortened(name, Math.max(8, MOST_SUMMARY - text.length())) + text;
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
