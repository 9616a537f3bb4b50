package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.ClearData;

/**
 * What every work list can do, by the words that its rows show: find and be exported. So the language and what is not for
 * this user are the same as on the page. A file leaves the house easier than a page: what stands in an element of the class
 * {@code person} is masked in it.
 */
@Named
@ApplicationScoped
public class TableTools {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Today today;

    @Inject
    private Language language;

    @Inject
    private ClearData clear;

    @Inject
    private Notices notices;

    /**
     * Whether the row that the table stands at shows all of what is looked for; for {@code globalFilterFunction}.
     *
     * @param row as the table gives it
     * @param wanted words with blanks between; all rows for none
     */
    public boolean shows(Object row, Object wanted, Locale locale) {
        String words = wanted == null ? "" : wanted.toString().strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return true;
        }
        String shown =
                String.join(" ", texts(table(), UIColumn::isRendered, false)).toLowerCase(Locale.ROOT);
        return List.of(words.split("\\s+")).stream().allMatch(shown::contains);
    }

    /**
     * What stands in place of rows: that none shows what is looked for, else what the page says of an empty list. For
     * {@code emptyMessage}.
     */
    public String none(String ofAnEmptyList) {
        return table().isFilteringCurrentlyActive() ? language.text("table.notFound") : ofAnEmptyList;
    }

    private static DataTable table() {
        UIComponent component = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
        while (!(component instanceof DataTable)) {
            component = component.getParent();
        }
        return (DataTable) component;
    }

    /** All rows of a table as they are filtered and sorted, on every page of it; what tells of persons is masked. */
    public StreamedContent workbook(String tableId) {
        return workbook(tableId, true);
    }

    /** The same in clear, for who may and gives a reason in the field beside the button; nothing for others. */
    public StreamedContent clearWorkbook(String tableId) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent table = find(faces.getViewRoot(), tableId);
        String reason =
                faces.getExternalContext().getRequestParameterMap().get(table.getClientId(faces) + ":clear-reason");
        try {
            clear.shown(tableId, reason);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
            return null;
        }
        return workbook(tableId, false);
    }

    private StreamedContent workbook(String tableId, boolean masked) {
        FacesContext faces = FacesContext.getCurrentInstance();
        DataTable table = (DataTable) find(faces.getViewRoot(), tableId);
        return DefaultStreamedContent.builder()
                .name(tableId + "-" + today.day() + ".xlsx")
                .contentType(EXCEL)
                .writer(out -> {
                    try {
                        TableWorkbook.write(heads(table), numbers(table), rows(faces, table, masked), out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }

    private static UIComponent find(UIComponent place, String id) {
        if (id.equals(place.getId())) {
            return place;
        }
        for (UIComponent child : (Iterable<UIComponent>) place::getFacetsAndChildren) {
            UIComponent found = find(child, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> heads(DataTable table) {
        return columns(table, TableTools::exported).stream()
                .map(UIColumn::getHeaderText)
                .toList();
    }

    private static List<Boolean> numbers(DataTable table) {
        return columns(table, TableTools::exported).stream()
                .map(column ->
                        column.getStyleClass() != null && column.getStyleClass().contains("num"))
                .toList();
    }

    private static List<List<String>> rows(FacesContext faces, DataTable table, boolean masked) {
        List<List<String>> rows = new ArrayList<>();
        table.pushComponentToEL(faces, table);
        try {
            table.filterAndSort();
            for (int row = 0; row < table.getRowCount(); row++) {
                table.setRowIndex(row);
                rows.add(texts(table, TableTools::exported, masked));
            }
        } finally {
            table.setRowIndex(-1);
            table.popComponentFromEL(faces);
        }
        return rows;
    }

    private static boolean exported(UIColumn column) {
        return column.isRendered() && column.isExportable();
    }

    private interface Choice {
        boolean takes(UIColumn column);
    }

    private static List<UIColumn> columns(DataTable table, Choice choice) {
        return table.getColumns().stream().filter(choice::takes).toList();
    }

    private static List<String> texts(DataTable table, Choice choice, boolean masked) {
        return columns(table, choice).stream()
                .map(column -> text(column, masked))
                .toList();
    }

    /** What the column shows in the row that its table stands at. */
    private static String text(UIColumn column, boolean masked) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResponseWriter page = faces.getResponseWriter();
        ShownText shown = new ShownText(masked);
        faces.setResponseWriter(shown);
        try {
            column.renderChildren(faces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (page != null) {
                faces.setResponseWriter(page);
            }
        }
        return shown.words();
    }
}
