package org.yibaoban.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yibaoban.money.Money;

/** Whatever was charged and agreed to, in whatever order. */
class ConsentLawsTest {

    @Property
    void nothing_is_negative_and_due_and_left_add_up(
            @ForAll("lines") List<ChargedLine> lines, @ForAll("grants") List<ConsentGrant> grants) {
        ConsentCover cover = ConsentCover.of(lines, grants);
        BigDecimal charged = quantity(lines);
        BigDecimal agreed = grants.stream().map(ConsentGrant::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(cover.due().signum()).isNotNegative();
        assertThat(cover.left().signum()).isNotNegative();
        assertThat(cover.dueAmount().isNegative()).isFalse();
        assertThat(cover.due()).isLessThanOrEqualTo(charged);
        // what is covered was agreed to, and only once
        assertThat(charged.subtract(cover.due())).isLessThanOrEqualTo(agreed);
        assertThat(cover.reasons().isEmpty()).isEqualTo(cover.due().signum() == 0);
    }

    @Property
    void the_order_of_lines_and_consents_changes_nothing(
            @ForAll("lines") List<ChargedLine> lines, @ForAll("grants") List<ConsentGrant> grants, @ForAll long seed) {
        List<ChargedLine> otherLines = new ArrayList<>(lines);
        List<ConsentGrant> otherGrants = new ArrayList<>(grants);
        Collections.shuffle(otherLines, new Random(seed));
        Collections.shuffle(otherGrants, new Random(seed));

        assertThat(ConsentCover.of(otherLines, otherGrants)).isEqualTo(ConsentCover.of(lines, grants));
    }

    @Property
    void a_line_and_its_reversal_need_nothing(
            @ForAll("lines") List<ChargedLine> lines, @ForAll("grants") List<ConsentGrant> grants) {
        List<ChargedLine> all = new ArrayList<>(lines);
        for (ChargedLine line : lines) {
            all.add(new ChargedLine(
                    line.id() + "R",
                    line.reasons(),
                    line.quantity().negate(),
                    line.amount().negated(),
                    line.at().plusHours(1),
                    Optional.of(line.id())));
        }

        ConsentCover cover = ConsentCover.of(all, grants);

        assertThat(cover.due().signum()).isZero();
        assertThat(cover.dueAmount().isZero()).isTrue();
    }

    @Property
    void a_further_consent_never_makes_more_due(
            @ForAll("lines") List<ChargedLine> lines, @ForAll("standing") List<ConsentGrant> grants) {
        for (int i = 0; i < grants.size(); i++) {
            assertThat(ConsentCover.of(lines, grants.subList(0, i + 1)).due())
                    .isLessThanOrEqualTo(
                            ConsentCover.of(lines, grants.subList(0, i)).due());
        }
    }

    @Provide
    Arbitrary<List<ChargedLine>> lines() {
        Arbitrary<ChargedLine> line = Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 60_000),
                        Arbitraries.integers().between(0, 96))
                .as((quarters, fen, hours) -> new ChargedLine(
                        "",
                        Set.of(ConsentReason.SELF_PAID),
                        BigDecimal.valueOf(quarters * 25L, 2),
                        new Money(BigDecimal.valueOf(fen, 2)),
                        Consents.NOON.plusHours(hours),
                        Optional.empty()));
        return line.list().ofMaxSize(12).map(ConsentLawsTest::numbered);
    }

    @Provide
    Arbitrary<List<ConsentGrant>> grants() {
        return grant(Arbitraries.integers().between(0, 96).optional(0.7)).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<ConsentGrant>> standing() {
        return grant(Arbitraries.just(Optional.empty())).list().ofMaxSize(6);
    }

    private static Arbitrary<ConsentGrant> grant(Arbitrary<Optional<Integer>> ends) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 60_000),
                        ends)
                .as((quarters, fen, end) -> new ConsentGrant(
                        BigDecimal.valueOf(quarters * 25L, 2),
                        BigDecimal.valueOf(fen, 2),
                        end.map(Consents.NOON::plusHours)));
    }

    private static List<ChargedLine> numbered(List<ChargedLine> lines) {
        List<ChargedLine> numbered = new ArrayList<>();
        for (ChargedLine line : lines) {
            numbered.add(new ChargedLine(
                    "L" + numbered.size(), line.reasons(), line.quantity(), line.amount(), line.at(), line.reverses()));
        }
        return numbered;
    }

    private static BigDecimal quantity(List<ChargedLine> lines) {
        return lines.stream().map(ChargedLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
