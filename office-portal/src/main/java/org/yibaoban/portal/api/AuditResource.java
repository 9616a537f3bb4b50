package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.audit.Finding;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.audit.AuditDesk;
import org.yibaoban.office.audit.FindingView;
import org.yibaoban.office.audit.OrderAudit;

/** A visit's findings, and what an order would add to them. No personal data goes out. */
@Path("visits/{number}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int MOST_DIGITS = 16;
    private static final int MOST_PLACES = 4;
    private static final int MOST_ZEROS = 9;

    @Inject
    private AuditDesk desk;

    @Inject
    private OrderAudit orders;

    @GET
    @Operation(summary = "The audit findings of a visit")
    @Path("findings")
    public String findings(@PathParam("number") String number) {
        JsonArrayBuilder findings = Json.createArrayBuilder();
        for (FindingView finding : desk.ofVisit(VisitsResource.visit(number))) {
            findings.add(Json.createObjectBuilder()
                    .add("id", finding.id())
                    .add("rule", finding.rule().key())
                    .add("severity", finding.severity().key())
                    .add("state", finding.state().name())
                    .add("lines", Json.createArrayBuilder(finding.lines()))
                    .add("amount", finding.amount().toString())
                    .add("chinese", finding.chinese())
                    .add("english", finding.english())
                    .add("clause", finding.clause())
                    .add("reason", finding.reason()));
        }
        return findings.build().toString();
    }

    /** Takes {@code {"items": [{"code": "CT0001", "quantity": 1}]}}, the hospital's codes. */
    @POST
    @Operation(summary = "What the audit says of items before they are ordered")
    @Path("order-audit")
    @Consumes(MediaType.APPLICATION_JSON)
    public String order(@PathParam("number") String number, String body) {
        JsonArrayBuilder findings = Json.createArrayBuilder();
        for (Finding finding : orders.check(VisitsResource.visit(number), items(body))) {
            findings.add(Json.createObjectBuilder()
                    .add("rule", finding.rule().key())
                    .add("severity", finding.severity().key())
                    .add("amount", finding.amount().toString())
                    .add("chinese", finding.chinese())
                    .add("english", finding.english())
                    .add("clause", finding.clause()));
        }
        return findings.build().toString();
    }

    private static List<OrderAudit.Ordered> items(String body) {
        if (Bodies.json(body).get("items") instanceof JsonArray items
                && items.stream().allMatch(JsonObject.class::isInstance)) {
            return items.getValuesAs(JsonObject.class).stream()
                    .map(AuditResource::item)
                    .toList();
        }
        throw new OfficeRefused(ReasonCode.BAD_REQUEST, "items", "a list of code and quantity is expected");
    }

    private static OrderAudit.Ordered item(JsonObject item) {
        String code = Bodies.text(item, "code");
        if (code.isBlank()) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "code", "is missing");
        }
        return new OrderAudit.Ordered(code, Bodies.text(item, "name"), quantity(item));
    }

    private static BigDecimal quantity(JsonObject item) {
        if (item.get("quantity") instanceof JsonNumber number) {
            BigDecimal quantity = number.bigDecimalValue();
            if (quantity.signum() > 0
                    && quantity.precision() <= MOST_DIGITS
                    && quantity.scale() <= MOST_PLACES
                    && quantity.scale() >= -MOST_ZEROS) {
                return quantity;
            }
        }
        throw new OfficeRefused(
                ReasonCode.BAD_REQUEST, "quantity", "a number above 0 with at most 4 places is expected");
    }
}
