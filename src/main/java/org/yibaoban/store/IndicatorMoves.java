package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.ChargeCell;

/**
 * What transactions moved, and the charges of it that are folded, by visit. All methods run in the caller's transaction;
 * what writes runs under {@link #lock}.
 */
@ApplicationScoped
public class IndicatorMoves {

    /** Of the advisory locks of this schema. */
    private static final long LOCK = 6_000_001L;

    private static final String CELL =
            "visit_id, day, department, doctor, charge_type, item_class, large_equipment, amount, lines";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** What was taken: all visits named, with the charges that moved, perhaps none. */
    public record Taken(int moves, Map<Long, List<ChargeCell>> visits) {}

    private record VisitsCell(long visit, ChargeCell cell) {}

    /** Whether anything is not folded yet. */
    public boolean waiting() {
        return sql.one("select exists (select 1 from indicator_move)", row -> row.getBoolean(1));
    }

    /** One folder at a time in all instances, until this transaction ends. */
    public void lock() {
        sql.one("select pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    /** The same, but whoever would have to wait is told so at once. */
    public boolean tryLock() {
        return sql.one("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK);
    }

    /** Takes the oldest moves, which are gone with this transaction's commit. */
    public Taken take(int most) {
        List<VisitsCell> taken = sql.list(
                "delete from indicator_move where id in (select id from indicator_move order by id limit ?) returning "
                        + CELL,
                IndicatorMoves::visitsCell,
                most);
        Map<Long, List<ChargeCell>> visits = new LinkedHashMap<>();
        for (VisitsCell move : taken) {
            List<ChargeCell> cells = visits.computeIfAbsent(move.visit(), visit -> new ArrayList<>());
            if (move.cell() != null) {
                cells.add(move.cell());
            }
        }
        return new Taken(taken.size(), visits);
    }

    /** The charges of these visits that are folded. */
    public Map<Long, List<ChargeCell>> cells(Collection<Long> visits) {
        Map<Long, List<ChargeCell>> cells = new HashMap<>();
        if (!visits.isEmpty()) {
            sql.list(
                            "select " + CELL + " from indicator_cell where visit_id = any(?)",
                            IndicatorMoves::visitsCell,
                            visits)
                    .forEach(found -> cells.computeIfAbsent(found.visit(), visit -> new ArrayList<>())
                            .add(found.cell()));
        }
        return cells;
    }

    private static VisitsCell visitsCell(ResultSet row) throws SQLException {
        LocalDate day = row.getObject(2, LocalDate.class);
        return new VisitsCell(
                row.getLong(1),
                day == null
                        ? null
                        : new ChargeCell(
                                day,
                                row.getString(3),
                                row.getString(4),
                                ChargeType.valueOf(row.getString(5)),
                                ItemClass.valueOf(row.getString(6)),
                                row.getBoolean(7),
                                new Money(row.getBigDecimal(8)),
                                row.getLong(9)));
    }

    /** Adds moved charges to those that are folded. */
    public void fold(Map<Long, List<ChargeCell>> moved) {
        sql.batch(
                "insert into indicator_cell as c (" + CELL + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (visit_id, day, department, doctor, charge_type, item_class, large_equipment)"
                        + " do update set amount = c.amount + excluded.amount, lines = c.lines + excluded.lines",
                batch -> rows(batch, moved));
    }

    /** One statement that locks nothing: charges of visits, by row id, that are to be folded later (docs/indicators.md). */
    void add(Map<Long, List<ChargeCell>> moved) {
        sql.batch(
                "insert into indicator_move (" + CELL + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch -> rows(batch, moved));
    }

    private static void rows(Sql.Batch batch, Map<Long, List<ChargeCell>> moved) throws SQLException {
        for (Map.Entry<Long, List<ChargeCell>> visit : moved.entrySet()) {
            for (ChargeCell cell : addedUp(visit.getValue())) {
                batch.row(
                        visit.getKey(),
                        cell.day(),
                        cell.department(),
                        cell.doctor(),
                        cell.type().name(),
                        cell.itemClass().name(),
                        cell.largeEquipment(),
                        cell.amount().yuan(),
                        cell.lines());
            }
        }
    }

    /** One of each kind: the driver makes one statement of many rows, which may meet a row of the table once. */
    private static Collection<ChargeCell> addedUp(List<ChargeCell> cells) {
        return cells.stream()
                .collect(Collectors.toMap(ChargeCell::kind, Function.identity(), ChargeCell::plus, LinkedHashMap::new))
                .values();
    }

    /**
     * Forgets all that is folded and makes the cells anew from the ledger. Lines whose moves still wait are in the
     * cells then, so these moves go in the same statement: it sees one moment of both.
     */
    public void beginAnew() {
        for (String table : List.of("indicator_tally", "indicator_person", "indicator_visit", "indicator_cell")) {
            sql.run("delete from " + table);
        }
        sql.run("with gone as (delete from indicator_move returning 1) insert into indicator_cell"
                + " select visit_id, service_time::date, ordering_department, coalesce(ordered_by, ''), charge_type,"
                + " item_class, large_equipment, sum(amount), count(*) from charge_line group by 1, 2, 3, 4, 5, 6, 7");
    }

    /** All visits in order, a part at a time. */
    public List<Long> visits(long after, int most) {
        return sql.list("select id from visit where id > ? order by id limit ?", row -> row.getLong(1), after, most);
    }

    /** All visits that these patients have or that count for them. */
    public Set<Long> visitsOf(Collection<Long> patients) {
        return new HashSet<>(sql.list(
                "select id from visit where patient_id = any(?)"
                        + " union select visit_id from indicator_visit where patient_id = any(?)",
                row -> row.getLong(1),
                patients,
                patients));
    }
}
