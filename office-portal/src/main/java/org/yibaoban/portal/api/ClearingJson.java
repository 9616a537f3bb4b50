package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import org.yibaoban.settlement.clearing.ClaimStanding;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.ClearingMonth;
import org.yibaoban.settlement.clearing.ClearingPayment;
import org.yibaoban.settlement.clearing.PaymentPart;

/** Clearings as JSON; amounts in yuan. */
final class ClearingJson {

    private ClearingJson() {}

    static JsonObject months(List<ClearingMonth> months, LocalDate today) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        months.forEach(one -> all.add(Json.createObjectBuilder()
                .add("month", one.month().toString())
                .add("insurance", one.insurance())
                .add("settled", one.settled().yuan())
                .add("reversed", one.reversed().yuan())
                .add("deducted", one.deducted().yuan())
                .add("pending", one.pending().yuan())
                .add("retained", one.retained().yuan())
                .add("paid", one.paid().yuan())
                .add("unconfirmed", one.unconfirmed().yuan())
                .add("owed", one.owed().yuan())
                .add("age", one.age(today).name())));
        JsonObjectBuilder byAge = Json.createObjectBuilder();
        ClearingMonth.owedByAge(months, today).forEach((age, owed) -> byAge.add(age.name(), owed.yuan()));
        return Json.createObjectBuilder()
                .add("months", all)
                .add("owedByAge", byAge)
                .build();
    }

    static JsonArray claims(List<ClaimStanding> claims) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        claims.forEach(one -> all.add(Json.createObjectBuilder()
                .add("claim", one.claim())
                .add("visit", one.visit())
                .add("settled", one.settled().yuan())
                .add("deducted", one.deducted().yuan())
                .add("pending", one.pending().yuan())
                .add("paid", one.paid().yuan())
                .add("owed", one.owed().yuan())
                .add("cause", one.cause().name())));
        return all.build();
    }

    static JsonArray payments(List<ClearingPayment> payments) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        payments.forEach(one -> all.add(head(one)));
        return all.build();
    }

    static JsonObject payment(ClearingPayment one, List<PaymentPart> parts, List<ClearingLine> lines) {
        JsonArrayBuilder months = Json.createArrayBuilder();
        parts.forEach(part -> months.add(Json.createObjectBuilder()
                .add("month", part.month().toString())
                .add("insurance", part.insurance())
                .add("paid", part.paid().yuan())
                .add("retained", part.retained().yuan())));
        JsonArrayBuilder claims = Json.createArrayBuilder();
        lines.forEach(line -> claims.add(Json.createObjectBuilder()
                .add("kind", line.kind().name())
                .add("claim", line.claim())
                .add("amount", line.amount().yuan())
                .add("reason", line.reason())));
        return head(one).add("parts", months).add("claims", claims).build();
    }

    private static JsonObjectBuilder head(ClearingPayment one) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", one.id())
                .add("number", one.number())
                .add("source", one.source().name())
                .add("type", one.type())
                .add("paidOn", one.paidOn().toString())
                .add("amount", one.amount().yuan())
                .add("retained", one.retained().yuan())
                .add("lines", one.lines())
                .add("words", one.words())
                .add("state", one.state().name())
                .add("enteredBy", one.enteredBy())
                .add("why", one.why());
        one.decidedBy().ifPresent(by -> json.add("decidedBy", by));
        return json;
    }
}
