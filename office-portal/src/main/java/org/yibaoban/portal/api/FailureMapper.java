package org.yibaoban.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.ReasonCode;

/**
 * What no route has answered itself. An unexpected failure: the caller gets an incident id, the log gets the rest. A
 * request that fits no route, such as an address that is none or a letter in place of a number: the caller is told so.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    /** Of the address in the answer. */
    private static final int SHOWN = 100;

    @Inject
    private Clock clock;

    @Context
    private Request request;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        IncidentId incident = IncidentId.next(clock);
        if (failure instanceof WebApplicationException web
                && web.getResponse().getStatusInfo().getFamily() != Family.SERVER_ERROR) {
            return misfit(web.getResponse(), incident);
        }
        LOG.log(Level.ERROR, "incident " + incident, failure);
        return Told.in(
                        Response.serverError(),
                        "500",
                        "系统内部错误，请向医保办提供事件编号",
                        "Internal error; quote the incident id",
                        incident)
                .build();
    }

    private Response misfit(Response answer, IncidentId incident) {
        if (answer.hasEntity() || answer.getStatusInfo().getFamily() != Family.CLIENT_ERROR) {
            return answer;
        }
        LOG.log(Level.INFO, "{0} no route fits: {1}", incident, answer.getStatus());
        String path = uri.getPath();
        String asked = request.getMethod() + " " + (path.length() > SHOWN ? path.substring(0, SHOWN) + "…" : path);
        return Told.in(
                        Response.fromResponse(answer),
                        ReasonCode.BAD_REQUEST.code(),
                        chinese(answer.getStatus()) + "（" + asked + "）",
                        english(answer.getStatus()) + " (" + asked + ")",
                        incident)
                .build();
    }

    private static String chinese(int status) {
        return switch (status) {
            case 404 -> "没有这个地址，或地址中的参数格式不对";
            case 405 -> "该地址不支持此请求方法";
            case 406 -> "该地址不提供所要求的内容类型";
            case 415 -> "该地址不接受此内容类型";
            default -> ReasonCode.BAD_REQUEST.chinese();
        };
    }

    private static String english(int status) {
        return switch (status) {
            case 404 -> "No such address, or a parameter in it is not of the right form";
            case 405 -> "The address does not take this method";
            case 406 -> "The address does not give the media type asked for";
            case 415 -> "The address does not take this media type";
            default -> ReasonCode.BAD_REQUEST.english();
        };
    }
}
