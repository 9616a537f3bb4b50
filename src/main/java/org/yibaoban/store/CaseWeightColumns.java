package org.yibaoban.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseWeight;

/** The columns of indicator_visit that say what a stay's group stands for, as it counts in the sums. */
final class CaseWeightColumns {

    static final String NAMES = "case_group, case_weight, case_reference_cost, case_reference_days";

    private CaseWeightColumns() {}

    /** @param first number of the first of these columns in the row */
    static Optional<CaseWeight> read(ResultSet row, int first) throws SQLException {
        String group = row.getString(first);
        if (group == null) {
            return Optional.empty();
        }
        BigDecimal weight = row.getBigDecimal(first + 1);
        Optional<Money> cost = Optional.ofNullable(row.getBigDecimal(first + 2)).map(Money::new);
        return Optional.of(new CaseWeight(group, weight, cost, Optional.ofNullable(row.getBigDecimal(first + 3))));
    }
}
