package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.charge.LineOrder;
import org.yibaoban.charge.LineWish;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.ChargeLines;
import org.yibaoban.store.VisitLists;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/**
 * The lines of a stay, a page at a time whatever their number, and its bills. Callers see to it that the user may see the
 * stay.
 */
@ApplicationScoped
public class LineDesk {

    /** So many lines are read at once while a workbook is written. */
    private static final int CHUNK = 2_000;

    @Inject
    private Visits visits;

    @Inject
    private VisitLists lists;

    @Inject
    private ChargeLines lines;

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public List<LedgerLine> page(
            VisitNumber visit, LineWish wish, LineOrder order, boolean descending, int first, int size) {
        return lines.page(found(visit), wish, order, descending, first, size);
    }

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public ChargeSum sum(VisitNumber visit, LineWish wish) {
        return lines.sum(found(visit), wish);
    }

    /**
     * The wanted lines by time as an Excel workbook; the stream stays open.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public void write(VisitNumber visit, LineWish wish, OutputStream out) throws IOException {
        VisitRow row = found(visit);
        LineWorkbook.write(
                visit.value(),
                lines.sum(row, wish),
                from -> lines.page(row, wish, LineOrder.TIME, false, from, CHUNK),
                out);
    }

    /**
     * A stay's itemised bill; of one day its daily bill.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public ItemBill bill(VisitNumber visit, Optional<LocalDate> day) {
        return bill(found(visit), day);
    }

    /** The daily bills of the patients of a department (or of all) who have charges on that day, by bed. */
    @Transactional
    public List<ItemBill> ward(Optional<String> department, LocalDate day) {
        return lists.presentOn(department, day).stream()
                .map(visit -> bill(visit, Optional.of(day)))
                .filter(bill -> !bill.items().isEmpty())
                .toList();
    }

    private ItemBill bill(VisitRow visit, Optional<LocalDate> day) {
        LineWish wish = day.map(LineWish::of).orElse(LineWish.ALL);
        return new ItemBill(
                visit.number().value(),
                visit.patient().number(),
                visit.patient().details().name(),
                visit.location(),
                visit.admittedAt(),
                visit.dischargedAt(),
                visit.membership(),
                day,
                lines.items(visit, wish),
                lines.sum(visit, wish),
                visit.charges());
    }

    private VisitRow found(VisitNumber number) {
        return visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
    }
}
