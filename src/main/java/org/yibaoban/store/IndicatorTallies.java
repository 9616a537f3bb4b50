package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook;
import org.yibaoban.quota.indicator.TallyBook.Key;
import org.yibaoban.quota.indicator.TallyBook.PersonKey;

/** The sums by scope and period: one row each, found by its key whatever the past. In the caller's transaction. */
@ApplicationScoped
public class IndicatorTallies {

    private static final String COLUMNS =
            Arrays.stream(Measure.values()).map(Measure::key).collect(Collectors.joining(", "));
    private static final String ADD = "insert into indicator_tally as t (scope, code, grain, start, " + COLUMNS
            + ") values (?, ?, ?, ?" + ", ?".repeat(Measure.values().length)
            + ") on conflict (scope, grain, start, code) do update set "
            + Arrays.stream(Measure.values())
                    .map(measure -> measure.key() + " = t." + measure.key() + " + excluded." + measure.key())
                    .collect(Collectors.joining(", "));

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** Adds what moved, with the outpatient persons that it brought or took away. */
    public void add(TallyBook moved) {
        persons(moved.outpatientVisits()).forEach(moved::add);
        Map<Key, Tally> tallies = moved.tallies();
        if (tallies.isEmpty()) {
            return;
        }
        sql.batch(ADD, batch -> {
            for (Map.Entry<Key, Tally> entry : tallies.entrySet()) {
                Key key = entry.getKey();
                List<Object> values = new ArrayList<>(List.of(
                        key.scope().kind().name(),
                        key.scope().code(),
                        key.period().grain().name(),
                        key.period().start()));
                for (Measure measure : Measure.values()) {
                    values.add(entry.getValue().get(measure));
                }
                batch.row(values.toArray());
            }
        });
    }

    private Map<Key, Tally> persons(Map<PersonKey, Integer> visits) {
        List<Map.Entry<PersonKey, Integer>> entries = List.copyOf(visits.entrySet());
        Map<Key, Tally> persons = new HashMap<>();
        if (entries.isEmpty()) {
            return persons;
        }
        sql.list(
                "insert into indicator_person as p (scope, code, grain, start, patient_id, visits)"
                        + " select * from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::bigint[], ?::bigint[])"
                        + " on conflict (scope, code, grain, start, patient_id) do update set visits = p.visits + excluded.visits"
                        + " returning scope, code, grain, start, patient_id, visits",
                row -> {
                    PersonKey person = new PersonKey(key(row), row.getLong(5));
                    int now = row.getInt(6);
                    int before = now - visits.get(person);
                    return persons.merge(
                            person.key(),
                            Tally.of(Measure.OUTPATIENT_PERSONS, (now > 0 ? 1 : 0) - (before > 0 ? 1 : 0)),
                            Tally::plus);
                },
                entries.stream()
                        .map(e -> e.getKey().key().scope().kind().name())
                        .toList(),
                entries.stream().map(e -> e.getKey().key().scope().code()).toList(),
                entries.stream()
                        .map(e -> e.getKey().key().period().grain().name())
                        .toList(),
                entries.stream().map(e -> e.getKey().key().period().start()).toList(),
                entries.stream().map(e -> e.getKey().patient()).toList(),
                entries.stream().map(e -> e.getValue().longValue()).toList());
        return persons;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new Scope(Scope.Kind.valueOf(row.getString(1)), row.getString(2)),
                new Period(Grain.valueOf(row.getString(3)), row.getObject(4, LocalDate.class)));
    }

    /** One row of sums; nothing where there is none. */
    public Tally tally(Key key) {
        return sql
                .list(
                        "select " + COLUMNS
                                + " from indicator_tally where scope = ? and grain = ? and start = ? and code = ?",
                        row -> tally(row, 0),
                        key.scope().kind().name(),
                        key.period().grain().name(),
                        key.period().start(),
                        key.scope().code())
                .stream()
                .findFirst()
                .orElse(Tally.NOTHING);
    }

    /** All rows of a kind in some periods of one length: by period, then by code. */
    public Map<Period, Map<String, Tally>> tallies(Scope.Kind kind, Grain grain, List<LocalDate> starts) {
        Map<Period, Map<String, Tally>> tallies = new HashMap<>();
        sql.list(
                "select code, start, " + COLUMNS
                        + " from indicator_tally where scope = ? and grain = ? and start = any(?)",
                row -> tallies.computeIfAbsent(
                                new Period(grain, row.getObject(2, LocalDate.class)), period -> new HashMap<>())
                        .put(row.getString(1), tally(row, 2)),
                kind.name(),
                grain.name(),
                starts);
        return tallies;
    }

    private static Tally tally(ResultSet row, int before) throws SQLException {
        Tally tally = Tally.NOTHING;
        for (Measure measure : Measure.values()) {
            tally = tally.plus(measure, row.getBigDecimal(before + measure.ordinal() + 1));
        }
        return tally;
    }

    /** A department's net charges in a month, also those that are not folded yet, in yuan: one moment of both. */
    public Money charges(String department, LocalDate month) {
        Period period = Period.of(Grain.MONTH, month);
        return new Money(sql.one(
                "select coalesce((select charges from indicator_tally where scope = 'DEPARTMENT' and grain = 'MONTH'"
                        + " and start = ? and code = ?), 0) + coalesce((select sum(amount) from indicator_move"
                        + " where department = ? and day between ? and ?), 0)",
                row -> row.getBigDecimal(1),
                period.start(),
                department,
                department,
                period.start(),
                period.last()));
    }
}
