package org.yibaoban.office.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.review.Verdict;

/**
 * A prescription that was drawn.
 *
 * @param visit its number; blank where it is shown to wards
 * @param patient name with all but its first character hidden
 * @param drugs what is left of each after it was taken back; empty in lists
 */
public record ReviewCase(
        long id,
        long sample,
        int place,
        String visit,
        String patient,
        String department,
        String doctor,
        LocalDate day,
        List<Drug> drugs,
        Optional<Verdict> verdict,
        String reason,
        Optional<String> reviewer) {

    public ReviewCase {
        drugs = List.copyOf(drugs);
    }

    /** A drug on a prescription; amount in yuan. */
    public record Drug(LocalDateTime at, String code, String name, BigDecimal quantity, String unit, Money amount) {}

    /** 储**: the family name's first character, and a star for each other. */
    public static String masked(String name) {
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }
}
