package org.yibaoban.portal.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.yibaoban.office.IncidentId;

/** An unexpected failure: the caller gets an incident id, the log gets the rest. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Inject
    private Clock clock;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return web.getResponse();
        }
        IncidentId incident = IncidentId.next(clock);
        LOG.log(Level.ERROR, "incident " + incident, failure);
        return Response.serverError()
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.createObjectBuilder()
                        .add("chinese", "系统内部错误，请向医保办提供事件编号")
                        .add("message", "Internal error; quote the incident id")
                        .add("incident", incident.value())
                        .build()
                        .toString())
                .build();
    }
}
