package org.yibaoban.office.desk;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A department's month against its quota.
 *
 * @param charges net charges ordered by the department in the month, in yuan
 * @param quota the month's quota of total charges, in yuan; empty where none is set
 * @param usedPercent charges / quota in percent, two places, half-up; empty where there is no quota
 * @param levelReached the highest warning level that is reached, in percent; empty below the first
 * @param selfPaidPercent class C charges / charges in percent; empty where there are no charges
 * @param drugPercent drug and herb charges / charges in percent; empty where there are no charges
 */
public record DepartmentOverview(
        String code,
        String name,
        String englishName,
        int openStays,
        Money charges,
        Optional<Money> quota,
        Optional<BigDecimal> usedPercent,
        Optional<Integer> levelReached,
        Optional<BigDecimal> selfPaidPercent,
        Optional<BigDecimal> drugPercent) {}
