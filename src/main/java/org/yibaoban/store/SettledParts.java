package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;

/**
 * What the settled parts of a stay that goes on add up to, so that nothing that looks at the stay has to read its claims;
 * and the end of the part that is under way to the payer.
 */
@Embeddable
public class SettledParts {

    @Column(name = "settled_parts")
    private int count;

    @Column(name = "settled_through")
    private LocalDate through;

    @Column(name = "settled_deductible")
    private Money deductible = Money.ZERO;

    @Column(name = "settled_fund")
    private Money fund = Money.ZERO;

    @Column(name = "settled_stays")
    private int stays;

    @Column(name = "part_through")
    private LocalDate underWay;

    protected SettledParts() {}

    /** Follows a part of a stay that goes on: settled it is counted, once; in any other state it is not. */
    void follow(ClaimRow claim, StayPart part) {
        boolean counted = count >= part.number();
        boolean counts = claim.state() == ClaimState.SETTLED;
        if (counts && !counted) {
            count = part.number();
            through = part.through();
            deductible = deductible.plus(deductible(claim));
            fund = fund.plus(fund(claim));
            stays = part.number() == 1 ? claim.year().stays() : stays;
        } else if (!counts && counted) {
            count = part.number() - 1;
            through = count == 0 ? null : part.from().minusDays(1);
            deductible = deductible.minus(deductible(claim));
            fund = fund.minus(fund(claim));
        }
        underWay = counts || !claim.state().holdsVisit() ? null : part.through();
    }

    private static Money deductible(ClaimRow claim) {
        return claim.answer().get(SettlementField.DEDUCTIBLE);
    }

    private static Money fund(ClaimRow claim) {
        return claim.answer().get(SettlementField.TOTAL).minus(claim.answer().get(SettlementField.PERSONAL));
    }

    /** How many parts stand settled while the stay goes, or went, on. */
    public int count() {
        return count;
    }

    /** The last day that is settled. */
    public Optional<LocalDate> through() {
        return Optional.ofNullable(through);
    }

    /** The first day that is not settled: the given one before the first part. */
    public LocalDate begin(LocalDate otherwise) {
        return through().map(day -> day.plusDays(1)).orElse(otherwise);
    }

    /** What the settled parts took of the stay's deductible, in yuan; empty before the first. */
    public Optional<Money> deductible() {
        return count == 0 ? Optional.empty() : Optional.of(deductible);
    }

    /** What all funds paid of the settled parts, in yuan. */
    public Money fund() {
        return fund;
    }

    /** The last day of the part that the payer has not settled yet. */
    public Optional<LocalDate> underWay() {
        return Optional.ofNullable(underWay);
    }

    /** Whether any part stands, settled or not. */
    public boolean isDivided() {
        return count > 0 || underWay != null;
    }

    /** A later part is of the same stay: which stay of the year it is does not change with it. */
    public YearToDate year(YearToDate now) {
        return count == 0 ? now : now.withStays(stays);
    }
}
