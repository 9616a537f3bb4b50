package org.yibaoban.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.consent.Consents.NOON;
import static org.yibaoban.consent.Consents.charge;
import static org.yibaoban.consent.Consents.credit;
import static org.yibaoban.consent.Consents.grant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

/** What consents cover: a quantity, up to a price, and nothing that was used after they were taken back. */
class ConsentCoverTest {

    @Test
    void without_consent_all_is_due() {
        ConsentCover cover =
                ConsentCover.of(List.of(charge("1", "2", "536.00"), charge("2", "1", "268.00")), List.of());

        assertThat(cover.due()).isEqualByComparingTo("3");
        assertThat(cover.dueAmount()).isEqualTo(Money.of("804.00"));
        assertThat(cover.reasons()).containsExactly(ConsentReason.SELF_PAID);
        assertThat(cover.dueSince()).contains(NOON);
        assertThat(cover.dearest().orElseThrow()).isEqualByComparingTo("268");
    }

    @Test
    void a_consent_covers_a_quantity_and_what_exceeds_it_is_due_again() {
        ConsentCover cover = ConsentCover.of(
                List.of(charge("1", "2", "536.00"), charge("2", "2", "536.00", NOON.plusDays(1))),
                List.of(grant("3", "268")));

        assertThat(cover.due()).isEqualByComparingTo("1");
        assertThat(cover.dueAmount()).isEqualTo(Money.of("268.00"));
        assertThat(cover.dueSince()).contains(NOON.plusDays(1));
        assertThat(cover.left()).isEqualByComparingTo("0");
    }

    @Test
    void a_higher_price_than_was_agreed_is_due() {
        assertThat(ConsentCover.of(List.of(charge("1", "1", "268.01")), List.of(grant("1", "268")))
                        .due())
                .isEqualByComparingTo("1");
    }

    @Test
    void the_dear_line_takes_the_consent_that_allows_it() {
        ConsentCover cover = ConsentCover.of(
                List.of(charge("1", "1", "100.00"), charge("2", "1", "300.00")),
                List.of(grant("1", "300"), grant("1", "100")));

        assertThat(cover.due()).isEqualByComparingTo("0");
    }

    @Test
    void what_was_used_before_a_withdrawal_stays_covered() {
        ConsentGrant withdrawn = new ConsentGrant(new BigDecimal("5"), new BigDecimal("268"), Optional.of(NOON));

        ConsentCover cover = ConsentCover.of(
                List.of(charge("1", "1", "268.00"), charge("2", "1", "268.00", NOON.plusMinutes(1))),
                List.of(withdrawn));

        assertThat(cover.due()).isEqualByComparingTo("1");
        assertThat(cover.left()).isEqualByComparingTo("0");
    }

    @Test
    void what_is_reversed_needs_none_and_gives_its_quantity_back() {
        List<ChargedLine> lines =
                List.of(charge("1", "5", "1340.00"), credit("2", "1", "3", "804.00"), charge("3", "1", "268.00"));

        assertThat(ConsentCover.of(lines, List.of()).due()).isEqualByComparingTo("3");
        assertThat(ConsentCover.of(lines, List.of(grant("4", "268"))).left()).isEqualByComparingTo("1");
    }

    @Test
    void a_line_without_a_reason_is_not_counted() {
        ChargedLine free = new ChargedLine("1", Set.of(), BigDecimal.ONE, Money.of("10.00"), NOON, Optional.empty());

        assertThat(ConsentCover.of(List.of(free), List.of(grant("1", "10"))).left())
                .isEqualByComparingTo("1");
    }

    @Test
    void a_form_at_the_price_that_was_charged_allows_the_line_even_where_the_price_has_no_end() {
        List<ChargedLine> lines = List.of(charge("1", "30000", "10000.00"));
        BigDecimal price = ConsentCover.of(lines, List.of()).dearest().orElseThrow();

        assertThat(ConsentCover.of(lines, List.of(grant("30000", price.toPlainString())))
                        .due())
                .isEqualByComparingTo("0");
    }

    @Test
    void an_order_is_due_for_what_consents_do_not_allow() {
        ConsentCover cover = ConsentCover.of(List.of(charge("1", "1", "268.00")), List.of(grant("3", "268")));

        assertThat(cover.dueFor(new BigDecimal("2"))).isEqualByComparingTo("0");
        assertThat(cover.dueFor(new BigDecimal("5"))).isEqualByComparingTo("3");
    }

    @Test
    void a_reversal_of_nothing_or_of_too_much_is_an_error() {
        assertThatThrownBy(() -> ConsentCover.of(List.of(credit("2", "1", "1", "1.00")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ConsentCover.of(List.of(charge("1", "1", "1.00"), credit("2", "1", "2", "1.00")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
