package org.yibaoban.quota;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The quotas that the office set, as they hold now. */
public interface Quotas {

    List<Quota> all();

    /** A department's quota of total charges in force at the end of a month. */
    default Optional<Quota> departmentTotal(String department, YearMonth month) {
        return all().stream()
                .filter(quota -> quota.scope() == QuotaScope.DEPARTMENT
                        && quota.scopeCode().equals(department)
                        && quota.period() == QuotaPeriod.MONTH
                        && quota.measure() == QuotaMeasure.TOTAL_CHARGES
                        && quota.inForceOn(month.atEndOfMonth()))
                .findFirst();
    }
}
