package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.decision.ClaimHistory;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.visit.VisitNumber;

/** Visits for a cashier's or a HIS's program: where one stands, and its claim. No personal data goes out. */
@Path("visits/{number}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VisitsResource {

    @Inject
    private BillingDesk desk;

    @Inject
    private ClaimHistory history;

    @GET
    @Operation(summary = "Where a visit stands: person, membership, sums, estimate, blockers, claims")
    public String state(@PathParam("number") String number) {
        return VisitJson.of(desk.state(visit(number)), history.of(visit(number)));
    }

    @POST
    @Operation(summary = "Makes the claim of a discharged visit, or says what stands in its way")
    @Path("claim")
    public Response claim(@PathParam("number") String number, @Context SecurityContext who) {
        VisitNumber visit = visit(number);
        desk.submitClaim(visit, who.getUserPrincipal().getName());
        return Response.accepted(VisitJson.of(desk.state(visit), history.of(visit)))
                .build();
    }

    @POST
    @Operation(summary = "Settles a stay that goes on up to the end of a day, or says what stands in its way")
    @Path("claim/part")
    public Response part(@PathParam("number") String number, String body, @Context SecurityContext who) {
        VisitNumber visit = visit(number);
        desk.submitPart(visit, through(body), who.getUserPrincipal().getName());
        return Response.accepted(VisitJson.of(desk.state(visit), history.of(visit)))
                .build();
    }

    private static LocalDate through(String body) {
        try {
            return LocalDate.parse(Bodies.text(body, "through").strip());
        } catch (DateTimeParseException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "through", "a day such as 2026-07-10 is expected");
        }
    }

    static VisitNumber visit(String number) {
        try {
            return new VisitNumber(number);
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "visit number", e.getMessage());
        }
    }
}
