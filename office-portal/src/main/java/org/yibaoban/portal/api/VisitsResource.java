package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.desk.VisitState;
import org.yibaoban.visit.VisitNumber;

/** Visits for a cashier's or a HIS's program: where one stands, and its claim. No personal data goes out. */
@Path("visits/{number}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VisitsResource {

    @Inject
    private BillingDesk desk;

    @GET
    public String state(@PathParam("number") String number) {
        return json(desk.state(visit(number)));
    }

    @POST
    @Path("claim")
    public Response claim(@PathParam("number") String number, @Context SecurityContext who) {
        VisitNumber visit = visit(number);
        desk.submitClaim(visit, who.getUserPrincipal().getName());
        return Response.accepted(json(desk.state(visit))).build();
    }

    private static VisitNumber visit(String number) {
        try {
            return new VisitNumber(number);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "visit number", e.getMessage());
        }
    }

    private static String json(VisitState state) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("visit", state.visit())
                .add("status", state.status().name())
                .add("total", state.charges().toString())
                .add("lines", state.lines())
                .add(
                        "membership",
                        Json.createObjectBuilder()
                                .add("state", state.membership())
                                .add("note", state.membershipNote()));
        var blockers = Json.createArrayBuilder();
        var flags = Json.createArrayBuilder();
        for (StayFlag flag : state.flags()) {
            flags.add(flag.name());
            if (flag.blocksClaim()) {
                blockers.add(flag.name());
            }
        }
        return json.add("flags", flags)
                .add("blockers", blockers)
                .add(
                        "claim",
                        state.claim()
                                .map(VisitsResource::claim)
                                .orElseGet(() -> Json.createObjectBuilder().add("state", "NONE")))
                .build()
                .toString();
    }

    private static JsonObjectBuilder claim(ClaimView claim) {
        JsonObjectBuilder amounts = Json.createObjectBuilder();
        claim.amounts().forEach((field, amount) -> amounts.add(field.key(), amount.toString()));
        return Json.createObjectBuilder()
                .add("state", claim.state().name())
                .add("identifier", claim.identifier())
                .add("payer_reference", claim.payerReference().orElse(""))
                .add("amounts", amounts)
                .add("differences", Json.createArrayBuilder(claim.differences()))
                .add("note", claim.note());
    }
}
