package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.yibaoban.settlement.ClaimState;

/**
 * Charges of open stays whose item had no national code. Both
 * queries go by indexes that hold no other line or visit. In the caller's transaction.
 */
@ApplicationScoped
public class UnmappedLines {

    private static final String ENDED = Arrays.stream(ClaimState.values())
            .filter(state -> !state.holdsVisit())
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String OPEN =
            " from visit v join charge_line l on l.visit_id = v.id and l.national_code is null"
                    + " and l.reverses_id is null where v.unmapped <> 0 and (v.claim_state is null or v.claim_state in ("
                    + ENDED
                    + ") or v.reopened_after_claim or v.part_through is not null)";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** The items that keep an open stay blocked. */
    public List<String> items() {
        return sql.list("select distinct l.item_code" + OPEN, row -> row.getString(1));
    }

    /** The open stays, by row, that one of these items was charged on while it had no code. */
    public List<Long> visits(Collection<String> items) {
        return items.isEmpty()
                ? List.of()
                : sql.list(
                        "select distinct v.id" + OPEN + " and l.item_code = any(?) order by 1",
                        row -> row.getLong(1),
                        items);
    }

    /** A visit's charges without a national code, taken back or not. */
    public List<ChargeLineRow> of(VisitRow visit) {
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit and l.item.nationalCode is null"
                                + " and l.reversesId is null order by l.id",
                        ChargeLineRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }
}
