package org.yibaoban.quota;

import java.math.BigDecimal;
import java.util.List;
import org.yibaoban.money.Money;

/** Last year's quotas for the next year, with a percentage on what grows with the work. */
public final class QuotaCopy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private QuotaCopy() {}

    /**
     * A quota of the year after.
     *
     * @param from last year's
     * @param next as it would be; shares and days are copied as they are
     * @param taken whether something limits the same already, so that nothing is copied
     */
    public record Copied(Quota from, Quota next, boolean taken) {}

    /**
     * @param standing all quotas as they hold now
     * @param year from which they are copied: those that begin in it
     * @param percent added to amounts and counts, such as 5 or -2.5; half-up to two places
     * @throws IllegalArgumentException for a percentage that leaves nothing, or of more than a thousand
     */
    public static List<Copied> of(List<Quota> standing, int year, BigDecimal percent) {
        if (percent.compareTo(HUNDRED.negate()) <= 0 || percent.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new IllegalArgumentException("a percentage above -100 and up to 1000, not " + percent);
        }
        return standing.stream()
                .filter(quota -> quota.from().getYear() == year)
                .map(quota -> {
                    Quota next = next(quota, percent);
                    boolean taken =
                            standing.stream().anyMatch(other -> other.sameSubject(next) && other.overlaps(next));
                    return new Copied(quota, next, taken);
                })
                .toList();
    }

    private static Quota next(Quota quota, BigDecimal percent) {
        BigDecimal grown = quota.limit().yuan().multiply(HUNDRED.add(percent)).movePointLeft(2);
        Money limit = quota.measure().unit().grows() ? Money.rounded(grown).max(Money.of("0.01")) : quota.limit();
        return new Quota(
                quota.scope(),
                quota.scopeCode(),
                quota.period(),
                quota.measure(),
                limit,
                quota.levels(),
                quota.from().plusYears(1),
                quota.to().map(last -> last.plusYears(1)),
                quota.source());
    }
}
