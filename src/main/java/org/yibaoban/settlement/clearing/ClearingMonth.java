package org.yibaoban.settlement.clearing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.yibaoban.money.Money;

/**
 * Where a month's claims of one insurance stand with the payer, in yuan: settled + reversed = paid + deducted + retained +
 * owed. A claim belongs to the month in which the payer answered it; its reversal to the month in which the payer
 * confirmed that, so that a late one lessens the next clearing and leaves the one that is past.
 *
 * @param insurance code of the insurance (national insutype)
 * @param settled what the funds were to pay (fund_pay_sumamt)
 * @param reversed what reversals take back: nothing, or negative
 * @param deducted what the hospital bears of deductions: conceded or upheld
 * @param pending what may still be lost by deductions that are undecided; it is owed until then
 * @param retained quality retention (质量保证金) that the payer holds, due when it releases it
 * @param paid what came in, confirmed by a second person
 * @param unconfirmed what was entered and is not confirmed yet; it is owed until then
 */
public record ClearingMonth(
        YearMonth month,
        String insurance,
        Money settled,
        Money reversed,
        Money deducted,
        Money pending,
        Money retained,
        Money paid,
        Money unconfirmed) {

    /** What the payer still owes; negative where it paid too much or has to be paid back. */
    public Money owed() {
        return settled.plus(reversed).minus(deducted).minus(retained).minus(paid);
    }

    public Ageing age(LocalDate today) {
        return Ageing.of(month, today);
    }

    /** What is still owed by its age; what was paid too much is set against its own band. Every band is there. */
    public static Map<Ageing, Money> owedByAge(Collection<ClearingMonth> months, LocalDate today) {
        Map<Ageing, Money> owed = new EnumMap<>(Ageing.class);
        for (Ageing band : Ageing.values()) {
            owed.put(band, Money.ZERO);
        }
        months.forEach(month -> owed.merge(month.age(today), month.owed(), Money::plus));
        return owed;
    }
}
