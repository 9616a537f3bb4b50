package org.yibaoban.quota.indicator;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseWeight;

/**
 * A visit with its part of a row of sums.
 *
 * @param charged what was charged on it in the scope and period, net, in yuan
 * @param lines ledger lines of that
 * @param counted whether it is one of the stays discharged in the scope and period
 * @param charges of the whole visit, net, in yuan
 * @param group what its case group stands for, where it is one of the stays discharged and paid by case
 */
public record StayShare(
        String number,
        boolean inpatient,
        String department,
        LocalDate begun,
        Optional<LocalDate> discharged,
        Money charged,
        long lines,
        boolean counted,
        Money charges,
        boolean readmission,
        boolean overCap,
        Optional<CaseWeight> group) {}
