package org.yibaoban.office.his;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.Ledger.TakenBack;

/** Item NEW has a code from 10 March on, item OLD until 5 March. */
class MappedAnewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final CodedItems ITEMS = new CodedItems(
            new Catalogue(List.of(
                    item("NEW", TODAY, Optional.empty()),
                    item("OLD", LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2026, 3, 5))))),
            TODAY);

    @Test
    void aLineOfBeforeTheCodeIsTakenBackAndStandsAnewWithIt() {
        List<ChargeLineRow> lines = MappedAnew.anew(line("NEW", 8), TakenBack.NOTHING, ITEMS, 7);

        assertThat(lines.stream().map(line -> line.transactionId() + " " + line.amount()))
                .containsExactly("T1/e7 30.00", "T1/e7- -30.00");
        assertThat(lines).allMatch(line -> line.sendersId().equals("T1"));
        assertThat(lines).allMatch(line -> line.serviceTime().toLocalDate().equals(LocalDate.of(2026, 3, 8)));
        assertThat(lines).allMatch(line -> line.orderedBy().equals(Optional.of("D1")));
        assertThat(lines.get(0).nationalCode()).contains("XA10BAE048A001010104110");
        assertThat(lines.get(0).isSelfPaid()).isFalse();
        assertThat(lines.get(1).isSelfPaid()).as("as it was charged").isTrue();
        assertThat(lines.get(1).takesBack()).contains("T1");
    }

    @Test
    void whatWasCreditedOfTheLineIsCreditedOfTheOneInItsPlace() {
        TakenBack credited = new TakenBack(BigDecimal.ONE, Money.of("10.00"));

        List<ChargeLineRow> lines = MappedAnew.anew(line("NEW", 8), credited, ITEMS, 7);

        assertThat(lines.stream().map(line -> line.transactionId() + " " + line.amount() + " of " + line.takesBack()))
                .containsExactly(
                        "T1/e7 30.00 of Optional.empty",
                        "T1/e7- -20.00 of Optional[T1]",
                        "T1/e7-- -10.00 of Optional[T1/e7]");
    }

    @Test
    void aLineOfADayThatHadACodeIsReadByIt() {
        assertThat(MappedAnew.anew(line("OLD", 4), TakenBack.NOTHING, ITEMS, 7)).hasSize(2);
    }

    @Test
    void withoutACodeOrWithNothingLeftNothingMoves() {
        assertThat(MappedAnew.anew(line("OLD", 8), TakenBack.NOTHING, ITEMS, 7)).isEmpty();
        assertThat(MappedAnew.anew(line("OTHER", 8), TakenBack.NOTHING, ITEMS, 7))
                .isEmpty();
        TakenBack all = new TakenBack(new BigDecimal("3"), Money.of("30.00"));
        assertThat(MappedAnew.anew(line("NEW", 8), all, ITEMS, 7)).isEmpty();
    }

    private static ChargeLineRow line(String item, int day) {
        return new ChargeLineRow(
                        1L,
                        "T1",
                        ItemSnapshot.unknown(item, "未知项目"),
                        new BigDecimal("3"),
                        new BigDecimal("10"),
                        Money.of("30.00"),
                        LocalDateTime.of(2026, 3, day, 9, 0),
                        "0301")
                .ordered(Optional.of("D1"), Optional.of("O1"));
    }

    private static CatalogueItem item(String code, LocalDate from, Optional<LocalDate> to) {
        return new CatalogueItem(
                code,
                Optional.of("XA10BAE048A001010104110"),
                "试用片",
                "",
                "盒",
                ChargeType.DRUG,
                ItemClass.A,
                Optional.empty(),
                Optional.empty(),
                Money.of("10.00"),
                Optional.empty(),
                false,
                from,
                to);
    }
}
