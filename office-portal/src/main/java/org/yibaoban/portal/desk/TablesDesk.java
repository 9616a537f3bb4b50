package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.his.tabular.TableMap;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.tabular.LoadView;
import org.yibaoban.office.tabular.RejectedRow;
import org.yibaoban.office.tabular.TabularDesk;
import org.yibaoban.office.tabular.ViewState;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.SignedIn;

/** The page 数据导入: a file is given, checked by a dry run, and loaded; the loads so far; the polled views. */
@Named
@ViewScoped
public class TablesDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many rejected rows as one looks through on a page; all are in the download. */
    private static final int SHOWN = 200;

    @Inject
    private TabularDesk desk;

    @Inject
    private Tables tables;

    @Inject
    private Language language;

    @Inject
    private Notices notices;

    @Inject
    private SignedIn me;

    private String map = "";
    /** Lives for the request that brings it only. */
    private transient Part file;

    private long chosen;
    private LoadView shown;
    private List<LoadView> loads = List.of();
    private List<RejectedRow> rejected = List.of();

    @PostConstruct
    public void open() {
        refresh();
        chosen = loads.stream()
                .filter(load -> load.channel().equals("FILE"))
                .map(LoadView::id)
                .findFirst()
                .orElse(0L);
        look();
    }

    public void refresh() {
        loads = new ArrayList<>(desk.latest());
        look();
    }

    private void look() {
        shown = desk.load(chosen).orElse(null);
        rejected = chosen == 0 ? List.of() : desk.rejected(chosen, 0, SHOWN);
    }

    /** Keeps the file; the dry run begins by itself. */
    public void upload() {
        if (file == null || file.getSize() == 0) {
            notices.refused(ReasonCode.BAD_REQUEST, language.text("tables.noFile"));
            return;
        }
        try (InputStream content = file.getInputStream()) {
            chosen = desk.upload(
                    tables.find(map).map(TableMap::id).orElseThrow(),
                    file.getSubmittedFileName(),
                    content,
                    me.user().username());
            notices.done("tables.uploaded");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        } catch (IOException e) {
            notices.refused(ReasonCode.BAD_REQUEST, language.text("tables.noFile"));
        }
        refresh();
    }

    public void start() {
        act(() -> desk.start(chosen));
    }

    public void stop() {
        act(() -> desk.stop(chosen));
    }

    public void choose(long id) {
        chosen = id;
        refresh();
    }

    public void switchView(ViewState view) {
        act(() -> desk.stopView(view.table(), !view.stopped()));
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    /** The load that the page shows; null before there is one. */
    public LoadView getShown() {
        return shown;
    }

    public List<LoadView> getLoads() {
        return loads;
    }

    public List<RejectedRow> getRejected() {
        return rejected;
    }

    public List<TableMap> getMaps() {
        return tables.all();
    }

    public List<ViewState> getViews() {
        return tables.views().stream().map(desk::viewState).toList();
    }

    public String name(String id) {
        return tables.name(id);
    }

    /** The colour class that goes with a state's word. */
    public String tone(LoadView load) {
        return switch (load.state()) {
            case "DONE" -> "level-0";
            case "FAILED" -> "tag-block";
            case "STOPPED" -> "level-80";
            default -> "tag-note";
        };
    }

    public String getMap() {
        return map;
    }

    public void setMap(String map) {
        this.map = map;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
