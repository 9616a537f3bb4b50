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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.his.tabular.TableMap;
import org.yibaoban.his.tabular.TableMaps;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.tabular.LoadView;
import org.yibaoban.office.tabular.RejectedRow;
import org.yibaoban.office.tabular.RejectedRows;
import org.yibaoban.office.tabular.TabularDesk;
import org.yibaoban.office.tabular.ViewState;

/** Files and polled views of a HIS without messages, for the insurance office; what the page 数据导入 does, for programs. */
@Path("/tabular")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TabularResource {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private TabularDesk desk;

    @Inject
    private TableMaps maps;

    @Context
    private SecurityContext caller;

    /** The column maps that a file can be read by. */
    @GET
    @Operation(summary = "The column maps that a file can be read by")
    @Path("maps")
    public String maps() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        maps.all()
                .forEach(map -> all.add(Json.createObjectBuilder()
                        .add("map", map.id())
                        .add("kind", map.kind().key())
                        .add("chinese", map.chinese())
                        .add("english", map.english())
                        .add("currency", map.currency())
                        .add("yuan_for_one", map.yuanForOne().toPlainString())));
        return all.build().toString();
    }

    /** Keeps a file, the body as it is; its dry run begins by itself. */
    @POST
    @Operation(summary = "Gives a file; its dry run begins by itself")
    @Path("loads")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response upload(
            @QueryParam("map") String map, @QueryParam("file") @DefaultValue("") String file, InputStream body) {
        long id = desk.upload(
                known(map).id(), file, body, caller.getUserPrincipal().getName());
        return Response.status(Response.Status.CREATED)
                .entity(load(id))
                .header("Location", "/api/tabular/loads/" + id)
                .build();
    }

    @GET
    @Operation(summary = "The latest loads")
    @Path("loads")
    public String loads() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        desk.latest().forEach(load -> all.add(json(load)));
        return all.build().toString();
    }

    @GET
    @Operation(summary = "How far a load is")
    @Path("loads/{id}")
    public String load(@PathParam("id") long id) {
        return json(found(id)).build().toString();
    }

    /** Loads what the dry run has checked, or goes on with what was interrupted. */
    @POST
    @Operation(summary = "Loads what the dry run has checked, or goes on with what was interrupted")
    @Path("loads/{id}/start")
    public String start(@PathParam("id") long id) {
        desk.start(id);
        return load(id);
    }

    @POST
    @Operation(summary = "Stops a load")
    @Path("loads/{id}/stop")
    public String stop(@PathParam("id") long id) {
        desk.stop(id);
        return load(id);
    }

    /** Rejected rows in the order of the file. */
    @GET
    @Operation(summary = "Rejected rows in the order of the file")
    @Path("loads/{id}/rejected")
    public String rejected(@PathParam("id") long id, @QueryParam("from") @DefaultValue("0") int from) {
        found(id);
        JsonArrayBuilder rows = Json.createArrayBuilder();
        desk.rejected(id, Math.max(0, from), RejectedRows.PAGE).forEach(row -> rows.add(json(row)));
        return rows.build().toString();
    }

    @GET
    @Operation(summary = "Rejected rows as CSV, to be mended and given again")
    @Path("loads/{id}/rejected.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@PathParam("id") long id) {
        found(id);
        StreamingOutput file = out -> RejectedRows.csv(from -> desk.rejected(id, from, RejectedRows.PAGE), out);
        return attachment(file, "rejected-" + id + ".csv");
    }

    @GET
    @Operation(summary = "Rejected rows as a workbook")
    @Path("loads/{id}/rejected.xlsx")
    @Produces(EXCEL)
    public Response excel(@PathParam("id") long id) {
        found(id);
        StreamingOutput file = out -> RejectedRows.excel(from -> desk.rejected(id, from, RejectedRows.PAGE), out);
        return attachment(file, "rejected-" + id + ".xlsx");
    }

    /** How far the polled views are. */
    @GET
    @Operation(summary = "How far the polled views are")
    @Path("views")
    public String views() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        maps.views().forEach(map -> all.add(json(desk.viewState(map.id()))));
        return all.build().toString();
    }

    @POST
    @Operation(summary = "Stops the polling of a view")
    @Path("views/{source}/{table}/stop")
    public String stopView(@PathParam("source") String source, @PathParam("table") String table) {
        desk.stopView(view(source, table).id(), true);
        return views();
    }

    @POST
    @Operation(summary = "Goes on with the polling of a view")
    @Path("views/{source}/{table}/go")
    public String goView(@PathParam("source") String source, @PathParam("table") String table) {
        desk.stopView(view(source, table).id(), false);
        return views();
    }

    /** Reads the view from here again; what was refused is tried again. */
    @POST
    @Operation(summary = "Reads a view again from a day")
    @Path("views/{source}/{table}/restart")
    public String restartView(
            @PathParam("source") String source, @PathParam("table") String table, @QueryParam("from") String from) {
        desk.restartView(view(source, table).id(), Days.time("from", from));
        return views();
    }

    private TableMap view(String source, String table) {
        TableMap map = known(source + "/" + table);
        if (map.view().isEmpty()) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "view", map.id() + " has no view");
        }
        return map;
    }

    private TableMap known(String id) {
        return maps.find(String.valueOf(id))
                .orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "map", id + " is not known"));
    }

    private LoadView found(long id) {
        return desk.load(id).orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "load", id + " is not known"));
    }

    private static Response attachment(StreamingOutput file, String name) {
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static JsonObjectBuilder json(LoadView load) {
        return Json.createObjectBuilder()
                .add("id", load.id())
                .add("channel", load.channel())
                .add("map", load.table())
                .add("file", load.fileName())
                .add("size", load.size())
                .add("created_at", load.createdAt().toString())
                .add("created_by", load.createdBy())
                .add("state", load.state())
                .add("expected", load.expected())
                .add("rows", load.count().rows())
                .add("left_out", load.count().leftOut())
                .add("loaded", load.count().loaded())
                .add("repeated", load.count().repeated())
                .add("waiting", load.count().waiting())
                .add("rejected", load.count().rejected())
                .add("amount", load.count().amount().toString())
                .add("unknown_columns", load.unknownColumns())
                .add("chinese", load.chinese())
                .add("message", load.english())
                .add("incident", load.incident())
                .add("file_gone_at", load.fileGoneAt().map(Object::toString).orElse(""));
    }

    private static JsonObjectBuilder json(RejectedRow row) {
        return Json.createObjectBuilder()
                .add("row", row.row())
                .add("key", row.key())
                .add("column", row.column())
                .add("value", row.shown())
                .add("code", row.code())
                .add("chinese", row.chinese())
                .add("message", row.english())
                .add("incident", row.incident());
    }

    private static JsonObjectBuilder json(ViewState view) {
        return Json.createObjectBuilder()
                .add("map", view.table())
                .add("watermark", view.watermark().map(Object::toString).orElse(""))
                .add("stopped", view.stopped())
                .add("polled_at", view.polledAt().map(Object::toString).orElse(""))
                .add("read_at", view.readAt().map(Object::toString).orElse(""))
                .add("failure", view.failure())
                .add("incident", view.incident());
    }
}
