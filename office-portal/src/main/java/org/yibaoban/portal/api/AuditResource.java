package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.audit.Finding;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.audit.AuditDesk;
import org.yibaoban.office.audit.FindingView;
import org.yibaoban.office.audit.OrderAudit;
import org.yibaoban.visit.VisitNumber;

/** A visit's findings, and what an order would add to them. No personal data goes out. */
@Path("visits/{number}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    private AuditDesk desk;

    @Inject
    private OrderAudit orders;

    @GET
    @Operation(summary = "The audit findings of a visit")
    @Path("findings")
    public String findings(@PathParam("number") String number) {
        JsonArrayBuilder findings = Json.createArrayBuilder();
        for (FindingView finding : desk.ofVisit(visit(number))) {
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
    public String order(@PathParam("number") String number, InputStream body) {
        JsonArrayBuilder findings = Json.createArrayBuilder();
        for (Finding finding : orders.check(visit(number), items(body))) {
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

    private static List<OrderAudit.Ordered> items(InputStream body) {
        try (JsonReader reader = Json.createReader(body)) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(AuditResource::item)
                    .toList();
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "items", "a list of code and quantity is expected");
        }
    }

    private static OrderAudit.Ordered item(JsonObject item) {
        BigDecimal quantity = item.getJsonNumber("quantity").bigDecimalValue();
        if (quantity.signum() <= 0 || quantity.precision() > 16 || quantity.scale() > 4 || quantity.scale() < -9) {
            throw new IllegalArgumentException("quantity");
        }
        return new OrderAudit.Ordered(item.getString("code"), item.getString("name", ""), quantity);
    }

    private static VisitNumber visit(String number) {
        try {
            return new VisitNumber(number);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "visit number", e.getMessage());
        }
    }
}
