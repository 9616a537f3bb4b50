package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.StreamedContent;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.charge.LineOrder;
import org.yibaoban.charge.LineWish;
import org.yibaoban.office.desk.LineDesk;
import org.yibaoban.visit.VisitNumber;

/** The table of a stay's lines: only those in sight are read, whatever their number; count and sums come from the database. */
@Named
@ViewScoped
public class LineTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private LineDesk desk;

    private final Model model = new Model();
    private String visit;
    private String day = "";
    private ChargeType kind;
    private ItemClass itemClass;
    private String text = "";
    private ChargeSum all;
    private transient ChargeSum sum;

    /** Shows this stay's lines, with their sum; the page has seen to it that the user may. */
    void of(VisitNumber number, ChargeSum all) {
        visit = number.value();
        this.all = all;
        sum = null;
    }

    /** The choice has changed. */
    public void choose() {
        sum = null;
    }

    private LineWish wish() {
        return new LineWish(
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                Optional.ofNullable(kind),
                Optional.ofNullable(itemClass),
                text);
    }

    /** What the chosen lines add up to. */
    public ChargeSum getSum() {
        if (sum == null) {
            sum = wish().equals(LineWish.ALL) ? all : desk.sum(new VisitNumber(visit), wish());
        }
        return sum;
    }

    public LazyDataModel<LedgerLine> getModel() {
        return model;
    }

    /** The chosen lines, all of them. */
    public StreamedContent getWorkbook() {
        LineWish wish = wish();
        return DefaultStreamedContent.builder()
                .name("lines-" + visit + ".xlsx")
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .writer(out -> {
                    try {
                        desk.write(new VisitNumber(visit), wish, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }

    public ChargeType[] getKinds() {
        return ChargeType.values();
    }

    public ItemClass[] getItemClasses() {
        return ItemClass.values();
    }

    public String getVisit() {
        return visit;
    }

    /** ISO; blank for all days. */
    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day == null ? "" : day;
    }

    /** Null for all kinds. */
    public ChargeType getKind() {
        return kind;
    }

    public void setKind(ChargeType kind) {
        this.kind = kind;
    }

    /** Null for all classes. */
    public ItemClass getItemClass() {
        return itemClass;
    }

    public void setItemClass(ItemClass itemClass) {
        this.itemClass = itemClass;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    private final class Model extends LazyDataModel<LedgerLine> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return getSum().count();
        }

        @Override
        public List<LedgerLine> load(
                int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            Optional<SortMeta> sort = sorts.values().stream()
                    .filter(meta -> meta.getOrder() != null && !meta.getOrder().isUnsorted())
                    .findFirst();
            LineOrder order =
                    sort.map(meta -> LineOrder.valueOf(meta.getField())).orElse(LineOrder.TIME);
            boolean descending =
                    sort.map(meta -> meta.getOrder().isDescending()).orElse(false);
            return desk.page(new VisitNumber(visit), wish(), order, descending, first, size);
        }

        @Override
        public String getRowKey(LedgerLine line) {
            return line.transactionId();
        }
    }
}
