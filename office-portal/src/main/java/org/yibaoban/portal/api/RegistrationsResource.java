package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.office.desk.RegistrationDesk;

/** What a visit's person is registered for, and for which chronic or special disease the visit is. No personal data goes out. */
@Path("visits/{number}/registrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RegistrationsResource {

    @Inject
    private RegistrationDesk desk;

    @PathParam("number")
    private String number;

    @GET
    @Operation(summary = "Chronic and special diseases that the visit's person is registered for")
    public String registrations() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        desk.of(VisitsResource.visit(number)).forEach(one -> all.add(json(one)));
        return Json.createObjectBuilder()
                .add("disease", desk.diseaseOf(VisitsResource.visit(number)).orElse(""))
                .add("registrations", all)
                .build()
                .toString();
    }

    /** {@code {"disease": "M03900"}}; blank for a visit that is for none. */
    @POST
    @Operation(summary = "Says for which registered disease an outpatient visit is")
    public String visitFor(String body) {
        String disease = Bodies.text(body, "disease").strip();
        desk.visitFor(VisitsResource.visit(number), Optional.of(disease).filter(code -> !code.isEmpty()));
        return registrations();
    }

    private static JsonObjectBuilder json(DiseaseStanding standing) {
        DiseaseRegistration one = standing.registration();
        return Json.createObjectBuilder()
                .add("disease", one.disease())
                .add("name", one.name())
                .add("from", one.from().toString())
                .add("to", one.to().map(Object::toString).orElse(""))
                .add("hospital", one.hospital().orElse(""))
                .add("limit", one.limit().map(Object::toString).orElse(""))
                .add("used", standing.used().toString());
    }
}
