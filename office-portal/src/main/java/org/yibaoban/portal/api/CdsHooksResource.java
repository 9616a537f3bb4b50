package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.yibaoban.his.cdshooks.CdsServices;
import org.yibaoban.his.cdshooks.HookFault;
import org.yibaoban.office.IncidentId;

/** CDS Hooks over HTTP; all it knows is JSON and status codes. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CdsHooksResource {

    private static final Logger LOG = System.getLogger(CdsHooksResource.class.getName());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    @Inject
    private CdsServices services;

    @Inject
    private Clock clock;

    @GET
    public String discovery() {
        return services.discovery().toString();
    }

    @POST
    @Path("{id}")
    @Timed(name = "yibaoban_order_check", absolute = true, description = "calls of the hooks, answered")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(@PathParam("id") String id, InputStream body) {
        return answered(
                body,
                request -> Response.ok(services.call(id, request).toString()).build());
    }

    @POST
    @Path("{id}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response feedback(@PathParam("id") String id, @Context SecurityContext caller, InputStream body) {
        return answered(body, request -> {
            services.feedback(id, request, caller.getUserPrincipal().getName());
            return Response.ok().build();
        });
    }

    private Response answered(InputStream body, Function<JsonObject, Response> answer) {
        try {
            return answer.apply(read(body));
        } catch (HookFault fault) {
            return fault(fault.status(), fault.getMessage());
        }
    }

    private static JsonObject read(InputStream body) {
        try (JsonReader reader = READERS.createReader(body)) {
            return reader.readObject();
        } catch (RuntimeException unreadable) {
            // the reader has no type of its own for what is nested too deep
            throw new HookFault(400, "the body is no JSON object: " + unreadable.getMessage());
        }
    }

    private Response fault(int status, String message) {
        IncidentId incident = IncidentId.next(clock);
        LOG.log(Level.INFO, "{0} hook answered {1}", incident, status);
        JsonObject error = Json.createObjectBuilder()
                .add("message", message)
                .add("incident", incident.value())
                .build();
        return Response.status(status).entity(error.toString()).build();
    }
}
