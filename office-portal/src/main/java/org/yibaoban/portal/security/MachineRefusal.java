package org.yibaoban.portal.security;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a machine is told when the server itself refuses it: an OperationOutcome at the FHIR door, else plain JSON. */
public final class MachineRefusal {

    private MachineRefusal() {}

    /**
     * Writes the body; the status is the caller's to set.
     *
     * @param incident what the machine's people can quote; may be blank
     */
    public static void write(HttpServletResponse response, String path, int status, String text, String incident)
            throws IOException {
        boolean fhir = path.equals("/fhir") || path.startsWith("/fhir/");
        response.setContentType((fhir ? "application/fhir+json" : "application/json") + ";charset=UTF-8");
        JsonObjectBuilder body = fhir
                ? outcome(status, text, incident)
                : Json.createObjectBuilder()
                        .add("code", Integer.toString(status))
                        .add("message", text)
                        .add("incident", incident);
        response.getWriter().write(body.build().toString());
    }

    private static JsonObjectBuilder outcome(int status, String text, String incident) {
        JsonObjectBuilder issue = Json.createObjectBuilder()
                .add("severity", "error")
                .add(
                        "code",
                        switch (status) {
                            case 401 -> "login";
                            case 403 -> "forbidden";
                            case 404 -> "not-found";
                            default -> "exception";
                        })
                .add("details", Json.createObjectBuilder().add("text", text));
        if (!incident.isEmpty()) {
            issue.add("diagnostics", "incident " + incident);
        }
        return Json.createObjectBuilder()
                .add("resourceType", "OperationOutcome")
                .add("issue", Json.createArrayBuilder().add(issue));
    }
}
