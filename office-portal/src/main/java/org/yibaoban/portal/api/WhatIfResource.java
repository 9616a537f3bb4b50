package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.whatif.WhatIf;
import org.yibaoban.office.whatif.WhatIf.Group;
import org.yibaoban.office.whatif.WhatIfDesk;
import org.yibaoban.office.whatif.WhatIfProgress;
import org.yibaoban.office.whatif.WhatIfQuestion;
import org.yibaoban.office.whatif.WhatIfWorkbook;

/** A period settled again under another plan, for the insurance office. Sums only: no personal data goes out. */
@Path("/")
@RequestScoped
public class WhatIfResource {

    private static final Logger LOG = System.getLogger(WhatIfResource.class.getName());
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private WhatIfDesk desk;

    @QueryParam("plan")
    private String plan;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    /** The day whose figures are taken; each stay's day of discharge without it. */
    @QueryParam("figures")
    private String figures;

    @GET
    @Operation(summary = "Settles a period's stays again under a plan")
    @Path("what-if")
    @Produces(MediaType.APPLICATION_JSON)
    public String json() {
        WhatIf result = compare();
        JsonObjectBuilder notSettled = Json.createObjectBuilder();
        result.notSettled().forEach(notSettled::add);
        return Json.createObjectBuilder()
                .add("plan", result.question().planId())
                .add("from", result.question().from().toString())
                .add("to", result.question().to().toString())
                .add("all", group(result.all()))
                .add("departments", groups(result.departments()))
                .add("categories", groups(result.categories()))
                .add("other_insurance", result.otherInsurance())
                .add("not_settled", notSettled)
                .build()
                .toString();
    }

    @GET
    @Operation(summary = "The same as a workbook")
    @Path("what-if.xlsx")
    @Produces(EXCEL)
    public Response workbook() {
        WhatIf result = compare();
        StreamingOutput sheet = out -> WhatIfWorkbook.write(result, out);
        return Response.ok(sheet)
                .header("Content-Disposition", "attachment; filename=\"what-if.xlsx\"")
                .build();
    }

    private WhatIf compare() {
        WhatIfProgress progress = (done, of) -> LOG.log(Level.DEBUG, "what-if {0}: {1} of {2}", plan, done, of);
        return desk.compare(question(), progress);
    }

    private WhatIfQuestion question() {
        try {
            return new WhatIfQuestion(
                    given("plan", plan),
                    day("from", from),
                    day("to", to),
                    Optional.ofNullable(figures).map(text -> day("figures", text)));
        } catch (IllegalArgumentException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "period", e.getMessage());
        }
    }

    private static String given(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, name, "is missing");
        }
        return text;
    }

    private static LocalDate day(String name, String text) {
        return Days.day(name, given(name, text));
    }

    private static JsonArrayBuilder groups(List<Group> groups) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        groups.forEach(one -> array.add(group(one)));
        return array;
    }

    private static JsonObjectBuilder group(Group group) {
        JsonObjectBuilder layers = Json.createObjectBuilder();
        WhatIf.COMPARED.forEach(field -> {
            WhatIf.Change change = group.changes().get(field);
            layers.add(
                    field.key(),
                    Json.createObjectBuilder()
                            .add("was", change.was().toString())
                            .add("would_be", change.wouldBe().toString())
                            .add("difference", change.difference().toString()));
        });
        return Json.createObjectBuilder()
                .add("key", group.key())
                .add("chinese", group.chinese())
                .add("english", group.english())
                .add("stays", group.stays())
                .add("total", group.total().toString())
                .add("layers", layers);
    }
}
