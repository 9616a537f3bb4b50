package org.yibaoban.office.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.charge.ItemSum;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.visit.Location;

/**
 * An itemised bill (费用清单), or a daily bill (日清单).
 *
 * @param location where the patient lies, or lay last
 * @param membership as the payer verified it; empty while it is not known
 * @param day of a daily bill; empty for the whole stay
 * @param items by kind and name
 * @param sum of the items
 * @param soFar the stay's charges up to now, in yuan
 */
public record ItemBill(
        String visit,
        String patientNumber,
        String name,
        Location location,
        LocalDateTime admittedAt,
        Optional<LocalDateTime> dischargedAt,
        Optional<Membership> membership,
        Optional<LocalDate> day,
        List<ItemSum> items,
        ChargeSum sum,
        Money soFar) {}
