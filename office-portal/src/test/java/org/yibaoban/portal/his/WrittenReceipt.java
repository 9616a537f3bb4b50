package org.yibaoban.portal.his;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yibaoban.portal.server.OfficeDatabase;

/** Receipts as the cashier's desk would refuse to write them, put into its table. */
public final class WrittenReceipt {

    private WrittenReceipt() {}

    /** @return its number */
    public static String of(String claim, LocalDate day, String method, String amount) throws Exception {
        return OfficeDatabase.value(
                "with n as (update receipt_series set last = last + 1 where kind = 'PAYMENT' returning last),"
                        + " r as (insert into receipt (id, kind, number, visit_id, claim_id, amount, cashier, at, reason)"
                        + " select nextval('row_id'), 'PAYMENT', n.last, c.visit_id, c.id, ?, 'cashier', ?::timestamptz, ''"
                        + " from n, claim c where c.identifier = ? returning id, number, amount),"
                        + " p as (insert into receipt_part select id, ?, amount from r)"
                        + " select 'SK-' || lpad(number::text, 8, '0') from r",
                new BigDecimal(amount),
                PastStay.noon(day),
                claim,
                method);
    }
}
