package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.quota.ForecastBoard;
import org.yibaoban.portal.security.SignedIn;

/** How the month is expected to end: all departments for the office, the own one for a ward doctor. */
@Named
@ViewScoped
public class ForecastPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final BigDecimal OVER = BigDecimal.valueOf(100);
    private static final BigDecimal NEAR = BigDecimal.valueOf(90);

    @Inject
    private ForecastBoard board;

    @Inject
    private SignedIn me;

    private List<ForecastBoard.Row> rows;

    /** Read once for a page: a forecast stands on yesterday. */
    public List<ForecastBoard.Row> getRows() {
        if (rows == null) {
            boolean all = new DepartmentScope(me.user()).all();
            Optional<String> own = me.user().department();
            rows = all || own.isPresent() ? board.thisMonth(all ? Optional.empty() : own) : List.of();
        }
        return rows;
    }

    /** The colour of what the forecast uses of the quota: 0, 90 or 100. */
    public int level(ForecastBoard.Row row) {
        BigDecimal used = row.usedPercent().orElse(BigDecimal.ZERO);
        if (used.compareTo(OVER) >= 0) {
            return 100;
        }
        return used.compareTo(NEAR) >= 0 ? 90 : 0;
    }
}
