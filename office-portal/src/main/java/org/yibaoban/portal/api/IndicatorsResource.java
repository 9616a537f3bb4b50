package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.indicator.Indicators;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;

/** The indicators as JSON, and the command that makes them anew, for the insurance office. Sums only: no person's data. */
@Path("indicators")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorsResource {

    @Inject
    private Indicators indicators;

    /**
     * @param by hospital, department, ward, doctor or payer
     * @param grain day, month or year
     * @param day any day of the period
     */
    @GET
    @Operation(summary = "Indicators of the hospital, its departments, wards, doctors or payers in a period")
    public String figures(
            @QueryParam("by") @DefaultValue("hospital") String by,
            @QueryParam("grain") @DefaultValue("month") String grain,
            @QueryParam("day") String day) {
        Period period = period(grain, day);
        Scope.Kind kind = Scope.Kind.ofKey(by).orElseThrow(() -> bad("by", by));
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Indicators.Row row : indicators.rows(kind, period)) {
            rows.add(Json.createObjectBuilder()
                    .add("code", row.code())
                    .add("now", tally(row.now()))
                    .add("previous", tally(row.previous()))
                    .add("last_year", tally(row.lastYear())));
        }
        return Json.createObjectBuilder()
                .add("from", period.start().toString())
                .add("to", period.last().toString())
                .add("rows", rows)
                .build()
                .toString();
    }

    /** Makes all sums anew from the ledger and the visits. */
    @POST
    @Operation(summary = "Makes all sums anew from the ledger and the visits")
    @Path("rebuild")
    public String rebuild() {
        return Json.createObjectBuilder()
                .add("visits", indicators.rebuild())
                .build()
                .toString();
    }

    /** A ratio over nothing is null, never 0. */
    private static JsonObjectBuilder tally(Tally tally) {
        JsonObjectBuilder sums = Json.createObjectBuilder();
        tally.sums().forEach((measure, sum) -> sums.add(measure.key(), sum));
        JsonObjectBuilder figures = Json.createObjectBuilder();
        for (Indicator indicator : Indicator.values()) {
            tally.figure(indicator)
                    .ifPresentOrElse(
                            figure -> figures.add(indicator.key(), figure.shown()),
                            () -> figures.addNull(indicator.key()));
        }
        return Json.createObjectBuilder().add("sums", sums).add("figures", figures);
    }

    private static Period period(String grain, String day) {
        Grain wanted = Arrays.stream(Grain.values())
                .filter(known -> known.name().equalsIgnoreCase(grain))
                .findFirst()
                .orElseThrow(() -> bad("grain", grain));
        return Period.of(wanted, Days.day("day", day));
    }

    private static OfficeRefused bad(String what, String value) {
        return new OfficeRefused(ReasonCode.BAD_REQUEST, what, value);
    }
}
