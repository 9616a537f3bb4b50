package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

class ChargeTotalsTest {

    @Test
    void days_stand_in_order_and_reversals_count_with_their_sign() {
        assertThat(ChargeTotals.byDay(Stays.lines()))
                .extracting(ChargeTotals.Row::chinese, row -> row.amount().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-11-02", "14600.00"),
                        org.assertj.core.groups.Tuple.tuple("2026-11-03", "3600.00"),
                        org.assertj.core.groups.Tuple.tuple("2026-11-04", "-200.00"));
    }

    @Test
    void kinds_add_up_to_the_total_in_every_part() {
        List<ChargeTotals.Row> kinds = ChargeTotals.byKind(Stays.lines());
        ChargeTotals.Row all = ChargeTotals.all(Stays.lines());
        assertThat(kinds).extracting(ChargeTotals.Row::chinese).containsExactly("西药及中成药", "手术费", "卫生材料");
        assertThat(Money.sum(kinds.stream().map(ChargeTotals.Row::amount).toList()))
                .isEqualTo(all.amount())
                .isEqualTo(Money.of("18000.00"));
        assertThat(all.split().fullSelfPay()).isEqualTo(Money.of("1000.00"));
        assertThat(all.split()
                        .fullSelfPay()
                        .plus(all.split().overLimit())
                        .plus(all.split().preSelfPay())
                        .plus(all.split().inScope()))
                .isEqualTo(all.amount());
    }
}
