package org.yibaoban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

class CatalogueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Test
    void the_version_of_the_day_is_found() {
        Catalogue catalogue = new Catalogue(List.of(
                item("S1", "XB05XA01", ItemClass.A, "3.80", "2026-01-01", "2026-06-30"),
                item("S1", "XB05XA01", ItemClass.A, "3.50", "2026-07-01", null)));
        assertThat(catalogue.find("S1", LocalDate.of(2026, 6, 30)).orElseThrow().price())
                .hasToString("3.80");
        assertThat(catalogue.find("S1", DAY).orElseThrow().price()).hasToString("3.50");
        assertThat(catalogue.find("S1", LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(catalogue.size()).isEqualTo(1);
    }

    @Test
    void alternatives_are_cheaper_in_the_catalogue_and_of_the_same_class_of_drug() {
        CatalogueItem own = item("OWN", "XA02BC99", ItemClass.C, "50.00", "2026-01-01", null);
        Catalogue catalogue = new Catalogue(List.of(
                own,
                item("DEAR", "XA02BC01", ItemClass.A, "60.00", "2026-01-01", null),
                item("MIDDLE", "XA02BC02", ItemClass.A, "40.00", "2026-01-01", null),
                item("CHEAP", "XA02BC03", ItemClass.B, "9.00", "2026-01-01", null),
                item("SELF", "XA02BC04", ItemClass.C, "8.00", "2026-01-01", null),
                item("ENDED", "XA02BC05", ItemClass.A, "7.00", "2026-01-01", "2026-06-30"),
                item("OTHER", "XB01AC01", ItemClass.A, "6.00", "2026-01-01", null)));
        assertThat(catalogue.alternatives(own, DAY, 5))
                .extracting(CatalogueItem::hospitalCode)
                .containsExactly("CHEAP", "MIDDLE");
        assertThat(catalogue.alternatives(own, DAY, 1)).hasSize(1);
    }

    @Test
    void an_item_that_is_no_drug_has_no_alternative() {
        CatalogueItem dressing = item("G", "C14010", ItemClass.C, "50.00", "2026-01-01", null);
        Catalogue catalogue =
                new Catalogue(List.of(dressing, item("H", "C14010", ItemClass.A, "5.00", "2026-01-01", null)));
        assertThat(catalogue.alternatives(dressing, DAY, 5)).isEmpty();
    }

    @Test
    void class_b_without_its_share_is_refused() {
        assertThatThrownBy(() -> new CatalogueItem(
                        "S1",
                        Optional.empty(),
                        "item",
                        "",
                        "u",
                        ChargeType.DRUG,
                        ItemClass.B,
                        Optional.empty(),
                        Optional.empty(),
                        Money.ZERO,
                        Optional.empty(),
                        false,
                        DAY,
                        Optional.empty()))
                .hasMessageContaining("S1")
                .hasMessageContaining("pre_self_pay_rate");
    }

    private static CatalogueItem item(
            String code, String national, ItemClass itemClass, String price, String from, String to) {
        return new CatalogueItem(
                code,
                Optional.of(national),
                "item " + code,
                "",
                "unit",
                ChargeType.DRUG,
                itemClass,
                itemClass == ItemClass.B ? Optional.of(Rate.of("0.1")) : Optional.empty(),
                Optional.empty(),
                Money.of(price),
                Optional.empty(),
                false,
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse));
    }
}
