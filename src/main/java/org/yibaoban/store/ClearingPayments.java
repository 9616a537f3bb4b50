package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.ClearingPayment;
import org.yibaoban.settlement.clearing.PaymentPart;
import org.yibaoban.settlement.clearing.PaymentState;

/** What the payer paid, with the claims' lines and the months that it is for. In the caller's transaction. */
@ApplicationScoped
public class ClearingPayments {

    private static final String SELECT =
            "select p.id, p.number, p.source, p.clearing_type, p.paid_on, p.amount, p.words, p.state, p.entered_by,"
                    + " p.entered_at, p.decided_by, p.decided_at, p.why,"
                    + " (select coalesce(sum(retained), 0) from clearing_part where payment_id = p.id) as retained,"
                    + " (select count(*) from clearing_line where payment_id = p.id) as lines from clearing_payment p";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** What is to be stored about a line beside itself. */
    public record PlacedLine(ClearingLine line, long claim, YearMonth month, String insurance) {}

    /** A number that is on file. */
    public record Known(long id, byte[] content) {}

    /** One is entered at a time, until the transaction ends: numbers and what is retained are looked at first. */
    public void lockEntering(String payer) {
        sql.list("select pg_advisory_xact_lock(hashtextextended('clearing ' || cast(? as text), 5))", row -> 0, payer);
    }

    /** Under this number, unless it was rejected. */
    public Optional<Known> known(String payer, String number) {
        return sql
                .list(
                        "select id, content from clearing_payment where payer = ? and number = ? and state <> 'REJECTED'",
                        row -> new Known(row.getLong(1), row.getBytes(2)),
                        payer,
                        number)
                .stream()
                .findFirst();
    }

    /**
     * Stores a payment that waits for the second person.
     *
     * @param one its id, and what is counted of its parts, are not looked at
     * @return its id
     */
    public long add(
            String payer, ClearingPayment one, byte[] content, List<PaymentPart> parts, List<PlacedLine> lines) {
        long id = sql.one(
                "insert into clearing_payment (payer, number, source, clearing_type, paid_on, amount, state, words,"
                        + " content, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                row -> row.getLong(1),
                payer,
                one.number(),
                one.source().name(),
                one.type(),
                one.paidOn(),
                one.amount().yuan(),
                one.state().name(),
                one.words(),
                content,
                one.enteredBy(),
                Timestamp.from(one.enteredAt()));
        sql.batch(
                "insert into clearing_part (payment_id, month, insurance, paid, retained) values (?, ?, ?, ?, ?)",
                batch -> {
                    for (PaymentPart part : parts) {
                        batch.row(
                                id,
                                part.month().atDay(1),
                                part.insurance(),
                                part.paid().yuan(),
                                part.retained().yuan());
                    }
                });
        sql.batch(
                "insert into clearing_line (payment_id, position, kind, claim_id, month, insurance, amount, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                batch -> {
                    int position = 0;
                    for (PlacedLine placed : lines) {
                        batch.row(
                                id,
                                ++position,
                                placed.line().kind().name(),
                                placed.claim(),
                                placed.month().atDay(1),
                                placed.insurance(),
                                placed.line().amount().yuan(),
                                placed.line().reason());
                    }
                });
        return id;
    }

    public Optional<ClearingPayment> find(long id) {
        return sql.list(SELECT + " where p.id = ?", ClearingPayments::payment, id).stream()
                .findFirst();
    }

    /** Against others who decide at the same time. */
    public Optional<ClearingPayment> lock(long id) {
        sql.list("select 1 from clearing_payment where id = ? for update", row -> row.getInt(1), id);
        return find(id);
    }

    /** Those to be confirmed first, then the newest. */
    public List<ClearingPayment> newest(int limit) {
        return sql.list(
                SELECT + " order by p.state <> 'ENTERED', p.paid_on desc, p.id desc limit ?",
                ClearingPayments::payment,
                limit);
    }

    /** @param why blank for a confirmation */
    public void decide(long id, PaymentState state, String by, Instant at, String why) {
        sql.run(
                "update clearing_payment set state = ?, decided_by = ?, decided_at = ?, why = ? where id = ?",
                state.name(),
                by,
                Timestamp.from(at),
                why,
                id);
    }

    public List<PaymentPart> parts(long id) {
        return sql.list(
                "select month, insurance, paid, retained from clearing_part where payment_id = ? order by 1, 2",
                ClearingPayments::part,
                id);
    }

    /** In the order of the advice. */
    public List<ClearingLine> lines(long id, int limit) {
        return sql.list(
                "select l.kind, c.identifier, l.amount, l.reason from clearing_line l join claim c on c.id = l.claim_id"
                        + " where l.payment_id = ? order by l.position limit ?",
                row -> new ClearingLine(
                        ClearingLine.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        new Money(row.getBigDecimal(3)),
                        row.getString(4)),
                id,
                limit);
    }

    /** As it was read, byte for byte; empty where it was entered by hand. */
    public Optional<byte[]> content(long id) {
        return sql.list("select content from clearing_payment where id = ?", row -> row.getBytes(1), id).stream()
                .findFirst();
    }

    /** What was received for each month and insurance. */
    public List<PaymentPart> received() {
        return sql.list(
                "select a.month, a.insurance, sum(a.paid) as paid, sum(a.retained) as retained from clearing_part a"
                        + " join clearing_payment p on p.id = a.payment_id where p.state = 'CONFIRMED' group by 1, 2",
                ClearingPayments::part);
    }

    /** What is retained of a month, with what waits to be confirmed. */
    public Money retained(YearMonth month, String insurance) {
        return retained(month, insurance, List.of(PaymentState.ENTERED, PaymentState.CONFIRMED));
    }

    /** What is retained of a month by payments that are confirmed. */
    public Money held(YearMonth month, String insurance) {
        return retained(month, insurance, List.of(PaymentState.CONFIRMED));
    }

    private Money retained(YearMonth month, String insurance, List<PaymentState> states) {
        return sql.one(
                "select coalesce(sum(a.retained), 0) from clearing_part a join clearing_payment p on p.id = a.payment_id"
                        + " where p.state = any(?) and a.month = ? and a.insurance = ?",
                row -> new Money(row.getBigDecimal(1)),
                states.stream().map(Enum::name).toList(),
                month.atDay(1),
                insurance);
    }

    private static PaymentPart part(ResultSet row) throws SQLException {
        return new PaymentPart(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("insurance"),
                new Money(row.getBigDecimal("paid")),
                new Money(row.getBigDecimal("retained")));
    }

    private static ClearingPayment payment(ResultSet row) throws SQLException {
        return new ClearingPayment(
                row.getLong("id"),
                row.getString("number"),
                ClearingPayment.Source.valueOf(row.getString("source")),
                row.getString("clearing_type"),
                row.getObject("paid_on", LocalDate.class),
                new Money(row.getBigDecimal("amount")),
                new Money(row.getBigDecimal("retained")),
                row.getInt("lines"),
                row.getString("words"),
                PaymentState.valueOf(row.getString("state")),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                row.getString("why"));
    }
}
