package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.yibaoban.his.cdshooks.CdsServices;
import org.yibaoban.his.cdshooks.HookFault;
import org.yibaoban.office.IncidentId;

/** CDS Hooks over HTTP; all it knows is JSON and status codes. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CdsHooksResource {

    private static final Logger LOG = System.getLogger(CdsHooksResource.class.getName());

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
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(@PathParam("id") String id, InputStream body) {
        try (JsonReader reader = Json.createReader(body)) {
            return Response.ok(services.call(id, reader.readObject()).toString())
                    .build();
        } catch (HookFault fault) {
            return fault(fault.status(), fault.getMessage());
        } catch (JsonException e) {
            return fault(400, "the body is no JSON object: " + e.getMessage());
        }
    }

    private Response fault(int status, String message) {
        IncidentId incident = IncidentId.next(clock);
        LOG.log(Level.INFO, "{0} order hook answered {1}", incident, status);
        JsonObject error = Json.createObjectBuilder()
                .add("message", message)
                .add("incident", incident.value())
                .build();
        return Response.status(status).entity(error.toString()).build();
    }
}
