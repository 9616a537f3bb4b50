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
import org.yibaoban.portal.i18n.Language;

/**
 * What every work list can do, by the words that its rows show: find and be exported. So the language, masks of names and
 * what is not for this user are the same as on the page.
 */
@Named
@ApplicationScoped
public class TableTools {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Today today;

    @Inject
    private Language language;

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
        String shown = String.join(" ", texts(table(), UIColumn::isRendered)).toLowerCase(Locale.ROOT);
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

    /** All rows of a table as they are filtered and sorted, on every page of it. */
    public StreamedContent workbook(String tableId) {
        FacesContext faces = FacesContext.getCurrentInstance();
        DataTable table = (DataTable) find(faces.getViewRoot(), tableId);
        return DefaultStreamedContent.builder()
                .name(tableId + "-" + today.day() + ".xlsx")
                .contentType(EXCEL)
                .writer(out -> {
                    try {
                        TableWorkbook.write(heads(table), numbers(table), rows(faces, table), out);
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

    private static List<List<String>> rows(FacesContext faces, DataTable table) {
        List<List<String>> rows = new ArrayList<>();
        table.pushComponentToEL(faces, table);
        try {
            table.filterAndSort();
            for (int row = 0; row < table.getRowCount(); row++) {
                table.setRowIndex(row);
                rows.add(texts(table, TableTools::exported));
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

    private static List<String> texts(DataTable table, Choice choice) {
        return columns(table, choice).stream().map(TableTools::text).toList();
    }

    /** What the column shows in the row that its table stands at. */
    private static String text(UIColumn column) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResponseWriter page = faces.getResponseWriter();
        ShownText shown = new ShownText();
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
