package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.catalogue.Register;
import org.yibaoban.money.Rate;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.catalogue.CatalogueDesk;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.catalogue.ChangeSetView;
import org.yibaoban.office.catalogue.ItemLookup;

/** Releases of the catalogue for programs of the insurance office: what the page 目录导入 does, and the look-up. */
@Path("/catalogue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private static final int MOST_FOUND = 50;

    @Inject
    private CatalogueDesk desk;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Clock clock;

    @Context
    private SecurityContext caller;

    /**
     * Keeps a file, the body as it is; its check begins by itself.
     *
     * @param list national or hospital
     * @param from first day of the changes; today without one
     * @param complete whether what is not in the file ends
     * @param share what class B pays first where nothing else says it, 0 to 1
     */
    @POST
    @Operation(summary = "Gives a file of changes to the catalogue; its check begins by itself")
    @Path("sets")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response upload(
            @QueryParam("list") String list,
            @QueryParam("file") @DefaultValue("") String file,
            @QueryParam("from") String from,
            @QueryParam("complete") boolean complete,
            @QueryParam("share") String share,
            InputStream body) {
        Register register = Arrays.stream(Register.values())
                .filter(known -> known.name().equalsIgnoreCase(list))
                .findFirst()
                .orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "list", "is national or hospital"));
        LocalDate day = from == null ? LocalDate.now(clock) : Days.day("from", from);
        long id = desk.upload(register, file, body, day, complete, usual(share), user());
        return Response.status(Response.Status.CREATED)
                .entity(set(id))
                .header("Location", "/api/catalogue/sets/" + id)
                .build();
    }

    private static Optional<Rate> usual(String share) {
        try {
            return Optional.ofNullable(share)
                    .map(BigDecimal::new)
                    .map(Bodies::figure)
                    .map(Rate::new);
        } catch (ArithmeticException | IllegalArgumentException noShare) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "share", "a share from 0 to 1 is expected");
        }
    }

    @GET
    @Operation(summary = "A set of changes: its state, and what its check found")
    @Path("sets/{id}")
    public String set(@PathParam("id") long id) {
        return desk.find(id)
                .map(found -> json(found).build().toString())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.CATALOGUE_SET, "change set " + id, "is not known"));
    }

    /** The second person says yes. */
    @POST
    @Operation(summary = "Releases a set that another person brought")
    @Path("sets/{id}/release")
    public String release(@PathParam("id") long id) {
        desk.release(id, user());
        catalogues.refresh();
        return set(id);
    }

    /** Proposes to take a released change set back; the answer is the set that another person releases. */
    @POST
    @Operation(summary = "Proposes to take a released set back")
    @Path("sets/{id}/undo")
    public String undo(@PathParam("id") long id) {
        return set(desk.undo(id, user()));
    }

    /** Items by code, name or pinyin initials. */
    @GET
    @Operation(summary = "Items by code, name or pinyin initials")
    @Path("items")
    public String items(@QueryParam("q") @DefaultValue("") String text) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        for (ItemLookup.Found item : catalogues.edition().lookup().find(text, LocalDate.now(clock), MOST_FOUND)) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("list", item.register().name())
                    .add("code", item.code())
                    .add("in_force", item.inForce());
            item.register().fields().stream()
                    .sorted()
                    .forEach(field -> item.facts().find(field).ifPresent(value -> one.add(field.key(), value)));
            found.add(one);
        }
        return found.build().toString();
    }

    private String user() {
        return caller.getUserPrincipal().getName();
    }

    private static JsonObjectBuilder json(ChangeSetView set) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", set.id())
                .add("kind", set.kind().name())
                .add("list", set.register().name())
                .add("state", set.state().name())
                .add("checked", set.isChecked())
                .add("from", set.releasedDay().orElse(set.day()).toString())
                .add("new", set.added())
                .add("changed", set.changed())
                .add("ended", set.ended());
        set.edition().ifPresent(edition -> json.add("edition", edition));
        set.load()
                .ifPresent(load -> json.add("load", load.id())
                        .add("load_state", load.state())
                        .add("rows", load.count().rows())
                        .add("unchanged", load.count().repeated())
                        .add("rejected", load.count().rejected())
                        .add("fault", load.english()));
        return json;
    }
}
