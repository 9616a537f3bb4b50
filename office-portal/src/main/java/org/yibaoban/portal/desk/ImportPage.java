package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.catalogue.CatalogueDesk;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.catalogue.ChangeSetView;
import org.yibaoban.office.tabular.RejectedRow;
import org.yibaoban.office.tabular.TabularDesk;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.SignedIn;

/** The page 目录导入: a file is given and checked, shown as a change set, released by another person, taken back. */
@Named
@ViewScoped
public class ImportPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many as one looks through on a page. */
    private static final int SHOWN = 100;

    private static final int REJECTS_SHOWN = 200;

    @Inject
    private CatalogueDesk desk;

    @Inject
    private TabularDesk loads;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Language language;

    @Inject
    private Notices notices;

    @Inject
    private SignedIn me;

    @Inject
    private Today today;

    private final ImportForm form = new ImportForm();
    private long chosen;
    private ItemChange.Kind kind = ItemChange.Kind.CHANGED;
    private int from;
    private String reason = "";
    private ChangeSetView shown;
    private List<ChangeSetView> sets = List.of();
    private List<ItemChange> changes = List.of();
    private List<RejectedRow> rejected = List.of();

    @PostConstruct
    public void open() {
        form.begin(today.day());
        refresh();
        sets.stream().findFirst().ifPresent(set -> choose(set.id()));
    }

    public void refresh() {
        sets = new ArrayList<>(desk.latest());
        boolean wasChecked = shown != null && shown.isChecked();
        shown = desk.find(chosen).orElse(null);
        if (shown == null) {
            return;
        }
        if (shown.isChecked() && !wasChecked) {
            kind = shown.changed() > 0
                    ? ItemChange.Kind.CHANGED
                    : shown.added() > 0 ? ItemChange.Kind.NEW : ItemChange.Kind.ENDED;
            from = 0;
        }
        changes = shown.isChecked() ? desk.changes(chosen, kind, from, SHOWN) : List.of();
        rejected = shown.load()
                .map(load -> loads.rejected(load.id(), 0, REJECTS_SHOWN))
                .orElse(List.of());
    }

    /** Keeps the file; its check begins by itself. */
    public void upload() {
        if (form.isWithoutFile()) {
            notices.refused(ReasonCode.BAD_REQUEST, language.text("tables.noFile"));
            return;
        }
        try (InputStream content = form.getFile().getInputStream()) {
            choose(desk.upload(
                    form.getRegister(),
                    form.getFile().getSubmittedFileName(),
                    content,
                    form.firstDay(),
                    form.isComplete(),
                    form.usualShare(),
                    user()));
            notices.done("import.uploaded");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        } catch (DateTimeException | IllegalArgumentException e) {
            notices.refused(ReasonCode.BAD_REQUEST, language.text("import.badField"));
        } catch (IOException e) {
            notices.refused(ReasonCode.BAD_REQUEST, language.text("tables.noFile"));
        }
    }

    public void choose(long id) {
        chosen = id;
        shown = null;
        refresh();
    }

    public void show(ItemChange.Kind what) {
        kind = what;
        from = 0;
        refresh();
    }

    public void next() {
        from += SHOWN;
        refresh();
    }

    public void previous() {
        from = Math.max(from - SHOWN, 0);
        refresh();
    }

    public void release() {
        act("import.released", id -> desk.release(id, user()));
        catalogues.refresh();
    }

    public void reject() {
        act("import.rejectedSet", id -> desk.reject(id, reason, user()));
    }

    public void checkAgain() {
        act("import.checkedAgain", desk::checkAgain);
    }

    public void undo() {
        act("import.undoProposed", id -> chosen = desk.undo(id, user()));
    }

    private void act(String done, LongConsumer action) {
        try {
            action.accept(chosen);
            reason = "";
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    private String user() {
        return me.user().username();
    }

    /** Whether the shown one waits for somebody else than this user. */
    public boolean isMine() {
        return shown.proposedBy().equals(user());
    }

    public boolean isFurther() {
        return changes.size() == SHOWN;
    }

    public boolean isBack() {
        return from > 0;
    }

    /** The change set that the page shows; null before there is one. */
    public ChangeSetView getShown() {
        return shown;
    }

    public List<ChangeSetView> getSets() {
        return sets == null ? List.of() : sets;
    }

    public List<ItemChange> getChanges() {
        return changes == null ? List.of() : changes;
    }

    public List<RejectedRow> getRejected() {
        return rejected == null ? List.of() : rejected;
    }

    public ItemChange.Kind getKind() {
        return kind;
    }

    public ImportForm getForm() {
        return form;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
