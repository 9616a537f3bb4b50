package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.FixedPriceDesk;
import org.yibaoban.office.desk.FixedPriceView;
import org.yibaoban.portal.security.Role;
import org.yibaoban.quota.payment.FixedPrice;

/** Whether a stay is settled at the fixed price of its disease. */
@Path("visits/{number}/fixed-price")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FixedPriceResource {

    @Inject
    private FixedPriceDesk desk;

    @Context
    private SecurityContext who;

    @PathParam("number")
    private String number;

    @GET
    @Operation(summary = "Whether a stay is, or may be, settled at the fixed price of its disease")
    public String view() {
        FixedPriceView view = desk.of(VisitsResource.visit(number));
        JsonArrayBuilder history = Json.createArrayBuilder();
        view.history()
                .forEach(one -> history.add(json(Optional.of(one.price()))
                        .add("reason", one.reason())
                        .add("chosen_by", one.chosenBy())
                        .add("undone_by", one.undoneBy().orElse(""))
                        .add("undone_why", one.undoneWhy())));
        return Json.createObjectBuilder()
                .add("offer", json(view.offer()))
                .add("chosen", json(view.chosen()))
                .add("fits", view.fits())
                .add("history", history)
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(Optional<FixedPrice> price) {
        return Json.createObjectBuilder()
                .add("disease", price.map(FixedPrice::chinese).orElse(""))
                .add("diagnosis", price.map(FixedPrice::diagnosis).orElse(""))
                .add("price", price.map(one -> one.price().toString()).orElse(""));
    }

    /** {@code {"reason": "..."}}. */
    @POST
    @Operation(summary = "Settles a stay at the fixed price of its main diagnosis, with a reason")
    public String choose(String body) {
        String officer = officer();
        desk.choose(VisitsResource.visit(number), Bodies.text(body, "reason"), officer);
        return view();
    }

    /** {@code {"reason": "..."}}. */
    @DELETE
    @Operation(summary = "Settles the stay by its charges again, with a reason")
    public String undo(String body) {
        String officer = officer();
        desk.undo(VisitsResource.visit(number), Bodies.text(body, "reason"), officer);
        return view();
    }

    private String officer() {
        if (!who.isUserInRole(Role.INSURANCE_OFFICER.key())) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "visit " + number, "");
        }
        return who.getUserPrincipal().getName();
    }
}
