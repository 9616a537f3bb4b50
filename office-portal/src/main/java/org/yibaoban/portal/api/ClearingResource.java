package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.clearing.ClearingDesk;
import org.yibaoban.office.clearing.ClearingIntake;
import org.yibaoban.office.clearing.TransferEntry;
import org.yibaoban.settlement.clearing.PaymentPart;

/** What the payer owes by month, its payments, and the second person who says that one is in. */
@Path("clearings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClearingResource {

    @Inject
    private ClearingDesk desk;

    @Inject
    private ClearingIntake intake;

    @Inject
    private Clock clock;

    @Context
    private SecurityContext who;

    @GET
    @Operation(summary = "What the payer was to pay, paid and owes, by month and insurance, and by age")
    public JsonObject months() {
        return ClearingJson.months(desk.months(), LocalDate.now(clock));
    }

    @GET
    @Operation(summary = "The claims of a month and insurance with what is owed for each")
    @Path("months/{month}/{insurance}")
    public JsonArray claims(@PathParam("month") String month, @PathParam("insurance") String insurance) {
        return ClearingJson.claims(desk.claims(month(month), insurance));
    }

    @GET
    @Operation(summary = "Payments, those to be confirmed first")
    @Path("payments")
    public JsonArray payments() {
        return ClearingJson.payments(desk.payments());
    }

    @GET
    @Operation(summary = "A payment with its months and lines")
    @Path("payments/{id}")
    public JsonObject payment(@PathParam("id") long id) {
        return ClearingJson.payment(desk.find(id), desk.parts(id), desk.lines(id));
    }

    /** {@code {"month": "2026-11"}}: asks the payer now. */
    @POST
    @Operation(summary = "Asks the payer what it pays up to the end of a month")
    @Path("requests")
    public JsonObject fetch(String body) {
        return payment(intake.fetch(month(Bodies.text(body, "month")), user()));
    }

    /** A PaymentReconciliation; read whole or refused. */
    @POST
    @Operation(summary = "Reads a payment advice: a FHIR PaymentReconciliation")
    @Path("advices")
    @Consumes({"application/fhir+json", MediaType.APPLICATION_JSON})
    public JsonObject read(byte[] content) {
        return payment(intake.read(content, user()));
    }

    /**
     * {@code {"number": "B1", "paidOn": "2026-11-20", "amount": "95.00", "parts": [{"month": "2026-10", "insurance": "310",
     * "paid": "95.00", "retained": "5.00"}]}}; {@code type} and {@code words} may be added.
     */
    @POST
    @Operation(summary = "Enters a bank transfer by hand")
    @Path("transfers")
    public JsonObject enter(String body) {
        JsonObject json = Bodies.json(body);
        List<PaymentPart> parts = new ArrayList<>();
        if (json.get("parts") instanceof JsonArray all) {
            all.forEach(part -> parts.add(part(part)));
        }
        return payment(desk.enter(
                new TransferEntry(
                        Bodies.text(json, "number").strip(),
                        Bodies.text(json, "type").strip(),
                        day(Bodies.text(json, "paidOn")),
                        money(json, "amount"),
                        parts,
                        Bodies.text(json, "words")),
                user()));
    }

    @POST
    @Operation(summary = "Confirms, as the second person, that a payment is in")
    @Path("payments/{id}/confirmation")
    public JsonObject confirm(@PathParam("id") long id) {
        desk.confirm(id, user());
        return payment(id);
    }

    /** {@code {"reason": "..."}}. */
    @POST
    @Operation(summary = "Rejects a payment that was entered wrongly or is not in")
    @Path("payments/{id}/rejection")
    public JsonObject reject(@PathParam("id") long id, String body) {
        desk.reject(id, Bodies.text(body, "reason"), user());
        return payment(id);
    }

    private String user() {
        return who.getUserPrincipal().getName();
    }

    private static PaymentPart part(JsonValue value) {
        if (!(value instanceof JsonObject part)) {
            throw wrong("parts");
        }
        return new PaymentPart(
                month(Bodies.text(part, "month")),
                Bodies.text(part, "insurance"),
                money(part, "paid"),
                part.containsKey("retained") ? money(part, "retained") : Money.ZERO);
    }

    private static Money money(JsonObject json, String key) {
        BigDecimal yuan = Bodies.decimal(json, key);
        try {
            return new Money(yuan);
        } catch (ArithmeticException finerThanAFen) {
            throw wrong(key);
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw wrong("month");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong("paidOn");
        }
    }

    private static OfficeRefused wrong(String key) {
        return new OfficeRefused(ReasonCode.CLEARING_ENTRY, key, "");
    }
}
