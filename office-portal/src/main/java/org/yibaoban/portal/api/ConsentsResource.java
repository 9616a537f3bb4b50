package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
        StayConsents stay = desk.of(VisitsResource.visit(number), user());
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
        JsonObject given = Bodies.json(body);
        String form = preparing.prepare(
                VisitsResource.visit(number),
                new ConsentRequest(
                        Bodies.text(given, "item"),
                        Bodies.decimal(given, "quantity"),
                        Bodies.decimal(given, "unit_price"),
                        Bodies.text(given, "reason"),
                        Bodies.text(given, "alternative")),
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
        JsonObject given = Bodies.json(body);
        if (!form.startsWith(VisitsResource.visit(number).value() + "-")) {
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
                Bodies.text(given, "signer"),
                relation(Bodies.text(given, "relation")),
                Bodies.text(given, "witness"),
                given.containsKey("signed_at") ? Days.time("signed_at", Bodies.text(given, "signed_at")) : now);
    }

    private static Relation relation(String word) {
        try {
            return Relation.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "relation", "SELF, SPOUSE, CHILD, PARENT, SIBLING, ...");
        }
    }

    private static byte[] scan(JsonObject given) {
        try {
            return Base64.getDecoder().decode(Bodies.text(given, "scan"));
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "scan", "is no base64");
        }
    }

    private AppUser user() {
        return security.getPrincipalsByType(OfficeCaller.class)
                .iterator()
                .next()
                .user();
    }
}
