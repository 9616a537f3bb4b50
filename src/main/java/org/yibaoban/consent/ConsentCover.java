package org.yibaoban.consent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.money.Money;

/**
 * What of one item in one stay is covered by its consents, and what is still due. The order in which lines and consents
 * come changes nothing.
 *
 * @param due quantity that needs consent and has none; never negative
 * @param dueAmount what was charged for it, in yuan
 * @param reasons why it needs consent; empty when nothing is due
 * @param dueSince when the first of it was used
 * @param dearest highest price per unit of it, in yuan; empty when nothing is due
 * @param left quantity that consents in force still allow
 */
public record ConsentCover(
        BigDecimal due,
        Money dueAmount,
        Set<ConsentReason> reasons,
        Optional<LocalDateTime> dueSince,
        Optional<BigDecimal> dearest,
        BigDecimal left) {

    /** Unit prices have at most six places in the national interface. */
    private static final int PRICE_PLACES = 6;

    private static final int SHARE_PLACES = 12;

    /** Dearest first: what few consents allow is covered before what many do. */
    private static final Comparator<ChargedLine> DEAREST_FIRST = Comparator.<ChargedLine, BigDecimal>comparing(
                    ConsentCover::price)
            .reversed()
            .thenComparing(ChargedLine::at)
            .thenComparing(ChargedLine::id);

    /** Those that end first are used up first. */
    private static final Comparator<ConsentGrant> ENDING_FIRST = Comparator.<ConsentGrant, LocalDateTime>comparing(
                    grant -> grant.until().orElse(LocalDateTime.MAX))
            .thenComparing(ConsentGrant::priceCeiling)
            .thenComparing(ConsentGrant::quantity);

    /** @throws IllegalArgumentException when a reversal names no line of these, or takes back more than there was */
    public static ConsentCover of(Collection<ChargedLine> lines, Collection<ConsentGrant> grants) {
        List<Purse> purses =
                grants.stream().sorted(ENDING_FIRST).map(Purse::new).toList();
        Tally tally = new Tally();
        net(lines).stream()
                .filter(line -> !line.reasons().isEmpty())
                .sorted(DEAREST_FIRST)
                .forEach(line -> {
                    BigDecimal open = line.quantity();
                    for (Purse purse : purses) {
                        open = open.subtract(purse.take(line, open));
                    }
                    tally.add(line, open);
                });
        return tally.cover(purses.stream()
                .filter(purse -> purse.grant.until().isEmpty())
                .map(purse -> purse.left)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Further quantity that needs consent when this much is ordered. */
    public BigDecimal dueFor(BigDecimal ordered) {
        return ordered.subtract(left).max(BigDecimal.ZERO);
    }

    /** The charges with what reversals took back taken off. */
    private static List<ChargedLine> net(Collection<ChargedLine> lines) {
        Map<String, ChargedLine> charges = new HashMap<>();
        lines.stream().filter(line -> line.reverses().isEmpty()).forEach(line -> charges.put(line.id(), line));
        for (ChargedLine line : lines) {
            line.reverses()
                    .ifPresent(original -> charges.compute(original, (id, charge) -> reduced(charge, line, original)));
        }
        return charges.values().stream()
                .filter(line -> line.quantity().signum() > 0 && line.amount().isPositive())
                .toList();
    }

    private static ChargedLine reduced(ChargedLine charge, ChargedLine reversal, String original) {
        if (charge == null) {
            throw new IllegalArgumentException(
                    "line " + reversal.id() + " reverses " + original + ", which is not here");
        }
        BigDecimal quantity = charge.quantity().add(reversal.quantity());
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("more is reversed of line " + original + " than there was");
        }
        return new ChargedLine(
                charge.id(),
                charge.reasons(),
                quantity,
                charge.amount().plus(reversal.amount()),
                charge.at(),
                charge.reverses());
    }

    /** Rounded up: a form at this price must allow the line. */
    private static BigDecimal price(ChargedLine line) {
        return line.amount().yuan().divide(line.quantity(), PRICE_PLACES, RoundingMode.UP);
    }

    /** What is left of one grant. */
    private static final class Purse {
        private final ConsentGrant grant;
        private BigDecimal left;

        Purse(ConsentGrant grant) {
            this.grant = grant;
            this.left = grant.quantity();
        }

        BigDecimal take(ChargedLine line, BigDecimal wanted) {
            if (!grant.allows(line)) {
                return BigDecimal.ZERO;
            }
            BigDecimal taken = left.min(wanted);
            left = left.subtract(taken);
            return taken;
        }
    }

    /** What no grant covers. */
    private static final class Tally {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;
        private final Set<ConsentReason> reasons = EnumSet.noneOf(ConsentReason.class);
        private final List<ChargedLine> open = new ArrayList<>();

        void add(ChargedLine line, BigDecimal uncovered) {
            if (uncovered.signum() == 0) {
                return;
            }
            quantity = quantity.add(uncovered);
            amount = amount.add(line.amount()
                    .yuan()
                    .multiply(uncovered)
                    .divide(line.quantity(), SHARE_PLACES, RoundingMode.HALF_UP));
            reasons.addAll(line.reasons());
            open.add(line);
        }

        ConsentCover cover(BigDecimal left) {
            return new ConsentCover(
                    quantity,
                    Money.rounded(amount),
                    Set.copyOf(reasons),
                    open.stream().map(ChargedLine::at).min(Comparator.naturalOrder()),
                    open.stream().map(ConsentCover::price).max(Comparator.naturalOrder()),
                    left);
        }
    }
}
