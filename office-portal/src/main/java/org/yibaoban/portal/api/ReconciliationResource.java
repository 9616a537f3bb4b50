package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.reconciliation.DifferenceRepair;
import org.yibaoban.office.reconciliation.ReconciliationDesk;
import org.yibaoban.settlement.reconciliation.Period;

/** Days and months reconciled with the payer: asked for, looked at, dealt with, presented and closed. */
@Path("reconciliations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

    @Inject
    private ReconciliationDesk desk;

    @Inject
    private DifferenceRepair repair;

    @Context
    private SecurityContext who;

    /** The newest first. */
    @GET
    @Operation(summary = "Reconciled periods, the newest first")
    public JsonArray newest() {
        return ReconciliationJson.periods(desk.newest());
    }

    /** {@code {"from": "2026-11-21", "to": "2026-11-21"}}: asks the payer now. */
    @POST
    @Operation(summary = "Asks the payer for its books of a period and compares")
    public JsonObject reconcile(String body) {
        LocalDate from = day(body, "from");
        LocalDate to = day(body, "to");
        if (from.isAfter(to)) {
            throw new OfficeRefused(ReasonCode.RECONCILIATION_PERIOD, from + " – " + to, "");
        }
        return state(desk.reconcile(new Period(from, to), user()).id());
    }

    @GET
    @Operation(summary = "A reconciled period with its differences")
    @Path("{id}")
    public JsonObject state(@PathParam("id") long id) {
        return ReconciliationJson.whole(desk.find(id), desk.differences(id), desk.till(id));
    }

    /** All is dealt with: a second person may close it. */
    @POST
    @Operation(summary = "Presents a period whose differences are dealt with")
    @Path("{id}/presentation")
    public JsonObject present(@PathParam("id") long id) {
        desk.present(id, user());
        return state(id);
    }

    /** Back to work. */
    @DELETE
    @Operation(summary = "Sends a presented period back to work")
    @Path("{id}/presentation")
    public JsonObject sendBack(@PathParam("id") long id) {
        desk.sendBack(id);
        return state(id);
    }

    @POST
    @Operation(summary = "Closes a presented period, as the second person")
    @Path("{id}/closing")
    public JsonObject close(@PathParam("id") long id) {
        desk.close(id, user());
        return state(id);
    }

    /** {@code {"reason": "..."}} for an acceptance or explanation; answers with the steps so far. */
    @POST
    @Operation(summary = "Deals with a difference: status, reversal, acceptance or explanation")
    @Path("differences/{id}/{step:status|reversal|acceptance|explanation}")
    public JsonArray repair(@PathParam("id") long id, @PathParam("step") String step, String body) {
        switch (step) {
            case "status" -> repair.askStatus(id, user());
            case "reversal" -> repair.resend(id, user());
            case "acceptance" -> repair.accept(id, Bodies.text(body, "reason"), user());
            default -> repair.explain(id, Bodies.text(body, "reason"), user());
        }
        return ReconciliationJson.steps(desk.steps(id));
    }

    private String user() {
        return who.getUserPrincipal().getName();
    }

    private static LocalDate day(String body, String key) {
        try {
            return LocalDate.parse(Bodies.text(body, key));
        } catch (DateTimeParseException e) {
            throw new OfficeRefused(ReasonCode.RECONCILIATION_PERIOD, key, "");
        }
    }
}
