package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.office.payer.PayerLineView;

/** The line to the payer: how it stands, what waits, stopped and opened by the office with a reason. */
@Path("payer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PayerResource {

    @Inject
    private PayerLine line;

    @Context
    private SecurityContext who;

    @GET
    @Operation(summary = "Whether the line to the payer is open, and what waits")
    public JsonObject state() {
        return json(line.view());
    }

    /** {@code {"reason": "..."}}. */
    @POST
    @Operation(summary = "Stops the line to the payer, with a reason")
    @Path("stop")
    public Response stop(String body) {
        line.stop(Bodies.text(body, "reason"), who.getUserPrincipal().getName());
        return Response.accepted(state()).build();
    }

    /** {@code {"reason": "..."}}. */
    @POST
    @Operation(summary = "Opens the line to the payer again")
    @Path("resumption")
    public Response resume(String body) {
        line.resume(Bodies.text(body, "reason"), who.getUserPrincipal().getName());
        return Response.accepted(state()).build();
    }

    private static JsonObject json(PayerLineView view) {
        JsonArrayBuilder events = Json.createArrayBuilder();
        view.events()
                .forEach(event -> events.add(Json.createObjectBuilder()
                        .add("stopped", event.stopped())
                        .add("reason", event.reason())
                        .add("by", event.by())
                        .add("at", event.at().toString())));
        JsonArrayBuilder queue = Json.createArrayBuilder();
        view.queue().forEach(task -> queue.add(json(task)));
        return Json.createObjectBuilder()
                .add("payer", view.payer())
                .add("stopped", view.isStopped())
                .add("waiting", view.waiting())
                .add("queue", queue)
                .add("events", events)
                .build();
    }

    private static JsonObjectBuilder json(PayerLineView.Waiting task) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", task.matter())
                .add("visit", task.visit())
                .add("createdAt", task.createdAt().toString())
                .add("nextAttemptAt", task.nextAttemptAt().toString())
                .add("attempts", task.attempts())
                .add("lastError", task.lastError());
        task.claimState().ifPresent(state -> json.add("claimState", state.name()));
        return json;
    }
}
