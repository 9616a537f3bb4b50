package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.Signer;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.consent.ConsentDesk;
import org.yibaoban.office.consent.ConsentPreparing;
import org.yibaoban.office.consent.ConsentRequest;
import org.yibaoban.office.consent.ConsentSigning;
import org.yibaoban.office.consent.DueItem;
import org.yibaoban.office.consent.StayConsents;
import org.yibaoban.portal.security.OfficeCaller;
import org.yibaoban.visit.VisitNumber;

/** A visit's consents for a program: what is due, and forms signed on paper that a scanner brings. No names go out. */
@Path("visits/{number}/consents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentsResource {

    @Inject
    private ConsentDesk desk;

    @Inject
    private ConsentPreparing preparing;

    @Inject
    private ConsentSigning signing;

    @Inject
    private SecurityContext security;

    @GET
    @Operation(summary = "The consent forms of a visit, and what still needs one")
    @Consumes(MediaType.WILDCARD)
    public String list(@PathParam("number") String number) {
        StayConsents stay = desk.of(visit(number), user());
        JsonArrayBuilder due = Json.createArrayBuilder();
        stay.items().forEach(item -> due.add(due(item)));
        JsonArrayBuilder forms = Json.createArrayBuilder();
        stay.consents().forEach(consent -> forms.add(form(consent)));
        return Json.createObjectBuilder()
                .add("visit", stay.visit())
                .add("due_amount", stay.due().toString())
                .add("due", due)
                .add("forms", forms)
                .build()
                .toString();
    }

    /** Fills in a form: {@code item}, {@code quantity}, {@code unit_price}, {@code reason}, {@code alternative}. */
    @POST
    @Operation(summary = "Fills in a consent form")
    public Response prepare(@PathParam("number") String number, String body) {
        JsonObject given = read(body);
        String form = preparing.prepare(
                visit(number),
                new ConsentRequest(
                        given.getString("item", ""),
                        decimal(given, "quantity"),
                        decimal(given, "unit_price"),
                        given.getString("reason", ""),
                        given.getString("alternative", "")),
                user());
        return Response.status(Response.Status.CREATED)
                .entity(Json.createObjectBuilder().add("form", form).build().toString())
                .build();
    }

    /** The paper: {@code signer}, {@code relation}, {@code witness}, {@code signed_at} (now where it is left out), {@code scan} in base64. */
    @POST
    @Operation(summary = "Records that a form was signed on paper, with its scan")
    @Path("{form}/paper")
    public Response paper(@PathParam("number") String number, @PathParam("form") String form, String body) {
        JsonObject given = read(body);
        if (!form.startsWith(visit(number).value() + "-")) {
            throw new OfficeRefused(ReasonCode.CONSENT_UNKNOWN, "form", "");
        }
        signing.paper(form, scan(given), now -> signer(given, now), user());
        return Response.noContent().build();
    }

    private static JsonObjectBuilder due(DueItem item) {
        JsonArrayBuilder reasons = Json.createArrayBuilder();
        item.reasons().stream().map(ConsentReason::key).sorted().forEach(reasons::add);
        return Json.createObjectBuilder()
                .add("item", item.item().code())
                .add("name", item.item().name())
                .add("quantity", item.quantity().toPlainString())
                .add("unit_price", item.unitPrice().toPlainString())
                .add("amount", item.amount().toString())
                .add("reasons", reasons)
                .add("stops_claim", item.stops())
                .add("alternative", item.alternativeText());
    }

    private static JsonObjectBuilder form(Consent consent) {
        return Json.createObjectBuilder()
                .add("form", consent.form().number())
                .add("item", consent.form().item().code())
                .add("quantity", consent.form().quantity().toPlainString())
                .add("unit_price", consent.form().unitPrice().toPlainString())
                .add("state", consent.state().name())
                .add("sha256", consent.form().sha256());
    }

    private static Signer signer(JsonObject given, LocalDateTime now) {
        return new Signer(
                given.getString("signer", ""),
                relation(given.getString("relation", "")),
                given.getString("witness", ""),
                given.containsKey("signed_at") ? time(given.getString("signed_at", "")) : now);
    }

    private static Relation relation(String word) {
        try {
            return Relation.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "relation", "SELF, SPOUSE, CHILD, PARENT, SIBLING, ...");
        }
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "signed_at", "a time is written 2026-01-31T10:30");
        }
    }

    private static byte[] scan(JsonObject given) {
        try {
            return Base64.getDecoder().decode(given.getString("scan", ""));
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "scan", "is no base64");
        }
    }

    private static BigDecimal decimal(JsonObject given, String key) {
        try {
            return new BigDecimal(given.getString(key, ""));
        } catch (NumberFormatException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, key, "a decimal in quotes is expected");
        }
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "body", "is no JSON object");
        }
    }

    private static VisitNumber visit(String number) {
        try {
            return new VisitNumber(number);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "visit number", e.getMessage());
        }
    }

    private AppUser user() {
        return security.getPrincipalsByType(OfficeCaller.class)
                .iterator()
                .next()
                .user();
    }
}
