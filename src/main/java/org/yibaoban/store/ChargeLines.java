package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.charge.ItemSum;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.charge.LineOrder;
import org.yibaoban.charge.LineWish;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * A stay's ledger to look at: pages of it, and sums that the database makes. The four parts of a line are worked out in
 * SQL as {@link ChargeSplit} works them out; a test holds the two together.
 */
@ApplicationScoped
public class ChargeLines {

    /** A line with its four parts; the first parameters are whether the stay is a resident's, and the visit. */
    private static final String LINES = """
            with rated as (
              select c.*, case when ? then coalesce(c.resident_pre_self_pay_rate, c.pre_self_pay_rate)
                               else c.pre_self_pay_rate end as first_share,
                case when c.item_class = 'C' or c.unit_limit is null then 0
                     when c.amount < 0 then least(c.amount + round(abs(c.quantity) * c.unit_limit, 2), 0)
                     else greatest(c.amount - round(abs(c.quantity) * c.unit_limit, 2), 0) end as over_limit
              from charge_line c where c.visit_id = ?),
            shared as (
              select r.*, case when item_class = 'C' then amount else 0 end as full_self_pay,
                case when item_class = 'B' then round((amount - over_limit) * first_share, 2) else 0 end as pre_self_pay
              from rated r),
            line as (select s.*, amount - full_self_pay - over_limit - pre_self_pay as in_scope from shared s)
            """;

    private static final String SUMS = "count(*) as lines, coalesce(sum(amount), 0) as amount,"
            + " coalesce(sum(full_self_pay), 0) as full_self_pay, coalesce(sum(over_limit), 0) as over_limit,"
            + " coalesce(sum(pre_self_pay), 0) as pre_self_pay, coalesce(sum(in_scope), 0) as in_scope";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** A query and its parameters. */
    private record Asked(String where, List<Object> values) {

        static Asked of(VisitRow visit, LineWish wish) {
            StringBuilder where = new StringBuilder(" where true");
            List<Object> values = new ArrayList<>(List.of(isResident(visit), visit.id()));
            wish.day().ifPresent(day -> {
                where.append(" and line.service_time >= ? and line.service_time < ?");
                values.add(day.atStartOfDay());
                values.add(day.plusDays(1).atStartOfDay());
            });
            wish.kind().ifPresent(kind -> {
                where.append(" and line.charge_type = ?");
                values.add(kind.name());
            });
            wish.itemClass().ifPresent(itemClass -> {
                where.append(" and line.item_class = ?");
                values.add(itemClass.name());
            });
            if (!wish.text().isEmpty()) {
                where.append(" and position(lower(?) in lower(concat_ws(' ', line.name, line.item_code,"
                        + " line.national_code))) > 0");
                values.add(wish.text());
            }
            return new Asked(where.toString(), values);
        }

        Object[] with(Object... further) {
            return Stream.concat(values.stream(), Stream.of(further)).toArray();
        }
    }

    /** So many of the wanted lines from {@code first} on, counted from nothing. */
    public List<LedgerLine> page(
            VisitRow visit, LineWish wish, LineOrder order, boolean descending, int first, int size) {
        Asked asked = Asked.of(visit, wish);
        return new Sql(em)
                .list(
                        LINES + "select line.*, back.transaction_id as takes_back from line"
                                + " left join charge_line back on back.id = line.reverses_id" + asked.where()
                                + " order by line." + column(order) + (descending ? " desc" : "")
                                + ", line.service_time, line.id limit ? offset ?",
                        ChargeLines::line,
                        asked.with(size, first));
    }

    /** What the wanted lines add up to. */
    public ChargeSum sum(VisitRow visit, LineWish wish) {
        Asked asked = Asked.of(visit, wish);
        return new Sql(em)
                .one(
                        LINES + "select " + SUMS + " from line" + asked.where(),
                        row -> sum(row, "", "合计", "Total"),
                        asked.with());
    }

    /** By calendar day, first day first. */
    public List<ChargeSum> byDay(VisitRow visit) {
        return new Sql(em)
                .list(
                        LINES + "select service_time::date::text as day, " + SUMS + " from line group by 1 order by 1",
                        row -> {
                            String day = row.getString("day");
                            return sum(row, day, day, day);
                        },
                        isResident(visit),
                        visit.id());
    }

    /** By kind of charge, in the order of the national code set's use on bills. */
    public List<ChargeSum> byKind(VisitRow visit) {
        return byKind(visit, "");
    }

    /** The same of what is not settled yet, or what the part under way settles, of a stay that is settled in parts. */
    public List<ChargeSum> byKindOfPortion(VisitRow visit) {
        return byKind(visit, Ledger.portion(visit).replace("charge_line.id", "line.id"));
    }

    /** The same of one part of a stay that is settled in parts. */
    public List<ChargeSum> byKind(VisitRow visit, ClaimRow part) {
        return byKind(
                visit,
                " and exists (select 1 from claim_part_line p where p.line_id = line.id and p.claim_id = " + part.id()
                        + ")");
    }

    private List<ChargeSum> byKind(VisitRow visit, String condition) {
        return new Sql(em)
                        .list(
                                LINES + "select charge_type, " + SUMS + " from line where true" + condition
                                        + " group by charge_type",
                                row -> {
                                    ChargeType kind = ChargeType.valueOf(row.getString("charge_type"));
                                    return sum(row, kind.name(), kind.chinese(), kind.english());
                                },
                                isResident(visit),
                                visit.id())
                        .stream()
                        .sorted(Comparator.comparing(sum -> ChargeType.valueOf(sum.key())))
                        .toList();
    }

    /** Item by item, each at its price, by kind and name; what was taken back altogether is left out. */
    public List<ItemSum> items(VisitRow visit, LineWish wish) {
        Asked asked = Asked.of(visit, wish);
        String key = "charge_type, item_code, national_code, name, unit, item_class, first_share, unit_price";
        return new Sql(em)
                        .list(
                                LINES + "select " + key + ", sum(quantity) as quantity, " + SUMS + " from line"
                                        + asked.where() + " group by " + key
                                        + " having sum(quantity) <> 0 or sum(amount) <> 0 order by name, item_code",
                                ChargeLines::item,
                                asked.with())
                        .stream()
                        .sorted(Comparator.comparing(ItemSum::kind))
                        .toList();
    }

    private static boolean isResident(VisitRow visit) {
        return visit.insurance().filter(InsuranceType.RESIDENT::equals).isPresent();
    }

    private static String column(LineOrder order) {
        return switch (order) {
            case TIME -> "service_time";
            case ITEM -> "name";
            case KIND -> "charge_type";
            case CLASS -> "item_class";
            case PRICE -> "unit_price";
            default -> order.name().toLowerCase(Locale.ROOT);
        };
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getString("transaction_id"),
                row.getObject("service_time", LocalDateTime.class),
                row.getString("item_code"),
                Optional.ofNullable(row.getString("national_code")),
                row.getString("name"),
                row.getString("unit"),
                ChargeType.valueOf(row.getString("charge_type")),
                ItemClass.valueOf(row.getString("item_class")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                money(row, "amount"),
                row.getString("ordering_department"),
                Optional.ofNullable(row.getString("takes_back")),
                Optional.ofNullable(row.getString("restriction")),
                split(row));
    }

    private static ItemSum item(ResultSet row) throws SQLException {
        BigDecimal firstShare = row.getBigDecimal("first_share");
        return new ItemSum(
                ChargeType.valueOf(row.getString("charge_type")),
                row.getString("item_code"),
                Optional.ofNullable(row.getString("national_code")),
                row.getString("name"),
                row.getString("unit"),
                ItemClass.valueOf(row.getString("item_class")),
                Optional.ofNullable(firstShare).map(Rate::new),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("quantity"),
                money(row, "amount"),
                split(row));
    }

    private static ChargeSum sum(ResultSet row, String key, String chinese, String english) throws SQLException {
        return new ChargeSum(key, chinese, english, row.getInt("lines"), money(row, "amount"), split(row));
    }

    private static ChargeSplit split(ResultSet row) throws SQLException {
        return new ChargeSplit(
                money(row, "full_self_pay"),
                money(row, "over_limit"),
                money(row, "pre_self_pay"),
                money(row, "in_scope"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }
}
