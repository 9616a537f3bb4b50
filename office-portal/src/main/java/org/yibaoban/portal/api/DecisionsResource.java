package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.decision.ClaimHistory;
import org.yibaoban.office.decision.DecisionDesk;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.portal.security.Role;
import org.yibaoban.settlement.DecisionKind;
import org.yibaoban.visit.VisitNumber;

/**
 * What two persons decide on a visit's claim: {@code reversal} takes the settlement back, {@code acceptance} accepts an
 * answer that differs. One asks, another, who is an insurance officer, approves or rejects.
 */
@Path("visits/{number}/claim/{kind: reversal|acceptance}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionsResource {

    @Inject
    private DecisionDesk decisions;

    @Inject
    private BillingDesk desk;

    @Inject
    private ClaimHistory history;

    @PathParam("number")
    private String number;

    @PathParam("kind")
    private String kind;

    @Context
    private SecurityContext who;

    /** Asks for it: {@code {"reason": "..."}}. */
    @POST
    @Operation(summary = "Asks for a reversal, or for the acceptance of a differing answer")
    public Response request(String body) {
        decisions.request(visit(), kind(), Bodies.text(body, "reason"), user());
        return answer();
    }

    /** Takes the request back. */
    @DELETE
    @Operation(summary = "Takes the own request back")
    public Response recall() {
        decisions.recall(visit(), kind(), user());
        return answer();
    }

    /** The second person's word: {@code {"approve": true}}, or {@code {"approve": false, "reason": "..."}}. */
    @POST
    @Operation(summary = "The second person's yes or no")
    @Path("approval")
    public Response decide(String body) {
        if (!who.isUserInRole(Role.INSURANCE_OFFICER.key())) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "visit " + number, "");
        }
        JsonObject json = Bodies.json(body);
        if (Bodies.bool(json, "approve")) {
            decisions.approve(visit(), kind(), user());
        } else {
            decisions.reject(visit(), kind(), Bodies.text(json, "reason"), user());
        }
        return answer();
    }

    private Response answer() {
        return Response.accepted(VisitJson.of(desk.state(visit()), history.of(visit())))
                .build();
    }

    private VisitNumber visit() {
        return VisitsResource.visit(number);
    }

    private DecisionKind kind() {
        return DecisionKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    private String user() {
        return who.getUserPrincipal().getName();
    }
}
