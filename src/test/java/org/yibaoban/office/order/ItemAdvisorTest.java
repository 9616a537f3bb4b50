package org.yibaoban.office.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.order.OrderedItem.ItemCode;
import org.yibaoban.office.order.OrderedItem.Owner;

/** Which item of the catalogue an order means, at what price, and what speaks for another one. */
class ItemAdvisorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final CatalogueItem OWN = item("OWN", "XA01AA9", ItemClass.C, "100.00", Optional.empty());
    private static final CatalogueItem CHEAP = item("CHEAP", "XA01AA1", ItemClass.A, "20.00", Optional.empty());
    private static final CatalogueItem DEAR = item("DEAR", "XA01AA2", ItemClass.B, "200.00", Optional.empty());
    private static final CatalogueItem LIMITED =
            item("LIMITED", "XB02BB1", ItemClass.A, "60.00", Optional.of(Money.of("50.00")));
    private static final CatalogueItem TWIN = item("TWIN", "XB02BB1", ItemClass.A, "55.00", Optional.empty());

    private final ItemAdvisor advisor = new ItemAdvisor(
            new Catalogue(List.of(OWN, CHEAP, DEAR, LIMITED, TWIN)),
            new RestrictionCheck(Optional.empty(), Optional.empty(), DAY, Optional.empty(), Optional.empty(), 3),
            DAY);

    @Test
    void theHospitalsCodeIsLookedUpBeforeTheNationalOne() {
        ItemAdvice advice = advise("2", "", code(Owner.HOSPITAL, "CHEAP"), code(Owner.NATIONAL, "XA01AA2"));

        assertThat(advice.item()).contains(CHEAP);
        assertThat(advice.price()).contains(Money.of("40.00"));
        assertThat(advice.needsConsent()).isFalse();
    }

    @Test
    void aNationalCodeDoesWhereNoHospitalCodeIsKnown() {
        assertThat(advise("1", "", code(Owner.HOSPITAL, "NONE"), code(Owner.NATIONAL, "XA01AA2"))
                        .item())
                .contains(DEAR);
    }

    @Test
    void aNationalCodeOfSeveralItemsNamesNone() {
        ItemAdvice advice = advise("1", "", code(Owner.NATIONAL, "XB02BB1"));

        assertThat(advice.ambiguous()).isTrue();
        assertThat(advice.item()).isEmpty();
        assertThat(advice.price()).isEmpty();
    }

    @Test
    void anotherSystemsCodeIsNeverLookedUp() {
        ItemAdvice advice = advise("1", "", code(Owner.OTHER, "CHEAP"));

        assertThat(advice.item()).isEmpty();
        assertThat(advice.isSelfPaid()).isTrue();
        assertThat(advice.needsConsent()).isTrue();
    }

    @Test
    void whatIsCountedInAnotherUnitHasNoPrice() {
        assertThat(advise("28", "片", code(Owner.HOSPITAL, "CHEAP")).price()).isEmpty();
        assertThat(advise("28", "盒", code(Owner.HOSPITAL, "CHEAP")).price()).contains(Money.of("560.00"));
    }

    @Test
    void onlyCheaperDrugsThatTheFundPaysAreAlternatives() {
        assertThat(advise("1", "", code(Owner.HOSPITAL, "OWN")).alternatives()).containsExactly(CHEAP);
        assertThat(advise("1", "", code(Owner.HOSPITAL, "DEAR")).alternatives()).isEmpty();
    }

    @Test
    void abovePriceLimitTheExcessIsThePatients() {
        ItemAdvice advice = advise("3", "", code(Owner.HOSPITAL, "LIMITED"));

        assertThat(advice.isOverLimit()).isTrue();
        assertThat(advice.split().orElseThrow().overLimit()).isEqualTo(Money.of("30.00"));
        assertThat(advice.split().orElseThrow().inScope()).isEqualTo(Money.of("150.00"));
    }

    private ItemAdvice advise(String quantity, String unit, ItemCode... codes) {
        return advisor.advise(new OrderedItem(
                "MedicationRequest/1",
                List.of(codes),
                "名称",
                new BigDecimal(quantity),
                Optional.of(unit).filter(text -> !text.isEmpty())));
    }

    private static ItemCode code(Owner owner, String code) {
        return new ItemCode(owner, code);
    }

    private static CatalogueItem item(
            String code, String national, ItemClass type, String price, Optional<Money> limit) {
        return new CatalogueItem(
                code,
                Optional.of(national),
                code,
                "",
                "盒",
                ChargeType.DRUG,
                type,
                type == ItemClass.B ? Optional.of(Rate.of("0.10")) : Optional.empty(),
                limit,
                Money.of(price),
                Optional.empty(),
                false,
                LocalDate.of(2025, 1, 1),
                Optional.empty());
    }
}
