package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.yibaoban.office.order.AnswerId;
import org.yibaoban.office.order.CardLedger.Kind;
import org.yibaoban.office.order.OverrideReason;

/** Writes the cards of an answer. */
final class CardJson {

    /** Codes of {@link OverrideReason}. */
    static final String OVERRIDE_REASONS = "http://yibaoban.org/fhir/CodeSystem/order-override-reason";

    private static final String CARD_TYPES = "http://terminology.hl7.org/CodeSystem/cdshooks-card-type";

    private CardJson() {}

    static JsonArray write(AnswerId answer, List<Card> cards) {
        JsonArrayBuilder array = HookJson.NEW.createArrayBuilder();
        for (int i = 0; i < cards.size(); i++) {
            array.add(card(answer, i, cards.get(i)));
        }
        return array.build();
    }

    private static JsonObjectBuilder card(AnswerId answer, int number, Card card) {
        JsonObjectBuilder json = HookJson.NEW
                .createObjectBuilder()
                .add("uuid", answer.card(number).toString())
                .add("summary", card.summary())
                .add("indicator", card.indicator().name().toLowerCase(Locale.ROOT))
                .add(
                        "source",
                        HookJson.NEW
                                .createObjectBuilder()
                                .add("label", "医保办 Medical insurance office")
                                .add("topic", topic(card.kind())));
        if (!card.detail().isBlank()) {
            json.add("detail", card.detail());
        }
        card.order()
                .ifPresent(order -> json.add(
                        "extension",
                        HookJson.NEW
                                .createObjectBuilder()
                                .add(
                                        "davinci-crd.associated-resource",
                                        HookJson.NEW
                                                .createArrayBuilder()
                                                .add(HookJson.NEW
                                                        .createObjectBuilder()
                                                        .add("reference", order)))));
        card.link()
                .ifPresent(link -> json.add(
                        "links",
                        HookJson.NEW
                                .createArrayBuilder()
                                .add(HookJson.NEW
                                        .createObjectBuilder()
                                        .add("label", link.label())
                                        .add("url", link.url())
                                        .add("type", "absolute"))));
        if (!card.suggestions().isEmpty()) {
            json.add("selectionBehavior", "at-most-one").add("suggestions", suggestions(answer, number, card));
        }
        if (card.kind() == Kind.ITEM || card.kind() == Kind.AUDIT) {
            json.add("overrideReasons", reasons());
        }
        return json;
    }

    private static JsonArrayBuilder suggestions(AnswerId answer, int number, Card card) {
        JsonArrayBuilder array = HookJson.NEW.createArrayBuilder();
        for (int i = 0; i < card.suggestions().size(); i++) {
            Card.Suggestion suggestion = card.suggestions().get(i);
            array.add(HookJson.NEW
                    .createObjectBuilder()
                    .add("label", suggestion.label())
                    .add("uuid", answer.suggestion(number, i).toString())
                    .add("actions", suggestion.actions()));
        }
        return array;
    }

    private static JsonArrayBuilder reasons() {
        JsonArrayBuilder array = HookJson.NEW.createArrayBuilder();
        for (OverrideReason reason : OverrideReason.values()) {
            array.add(HookJson.NEW
                    .createObjectBuilder()
                    .add("code", reason.code())
                    .add("system", OVERRIDE_REASONS)
                    .add("display", reason.chinese() + " / " + reason.english()));
        }
        return array;
    }

    private static JsonObjectBuilder topic(Kind kind) {
        return switch (kind) {
            case ITEM -> topic("coverage-info", "Coverage Information");
            case ORDER -> topic("cost", "Cost");
            case STAY -> topic("insurance", "Insurance");
            case AUDIT -> topic("guideline", "Guideline");
            case UNREAD, OTHER_PATIENT -> topic("claim", "Claim");
        };
    }

    private static JsonObjectBuilder topic(String code, String display) {
        return HookJson.NEW
                .createObjectBuilder()
                .add("system", CARD_TYPES)
                .add("code", code)
                .add("display", display);
    }
}
