package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.yibaoban.office.IncidentId;

/** What a program is told when it gets nothing: a code, what is wrong in both languages, and what to quote. */
final class Told {

    private Told() {}

    /** Puts the body into an answer whose status is set. */
    static ResponseBuilder in(
            ResponseBuilder answer, String code, String chinese, String english, IncidentId incident) {
        return answer.type(MediaType.APPLICATION_JSON)
                .entity(Json.createObjectBuilder()
                        .add("code", code)
                        .add("chinese", chinese)
                        .add("message", english)
                        .add("incident", incident.value())
                        .build()
                        .toString());
    }
}
