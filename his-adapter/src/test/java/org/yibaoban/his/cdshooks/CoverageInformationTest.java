package org.yibaoban.his.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.order.Cover;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.OrderedItem;
import org.yibaoban.office.order.Restriction;

/** The extension keeps the guide's cardinalities and invariants crd-ci-q1 to q9, whatever the item and the cover. */
class CoverageInformationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Property
    void everyAssertionKeepsTheGuidesInvariants(
            @ForAll Cover.State state,
            @ForAll Optional<ItemClass> type,
            @ForAll boolean ambiguous,
            @ForAll Optional<Restriction.Outcome> restriction,
            @ForAll boolean limited,
            @ForAll boolean mapped) {
        Parts parts = new Parts(new CoverageInformation("Coverage/1", cover(state), DAY)
                .of(advice(type, ambiguous && type.isEmpty(), restriction, limited, mapped), "a-1"));

        // cardinalities
        assertThat(parts.count("coverage")).isEqualTo(1);
        assertThat(parts.count("covered")).isEqualTo(1);
        assertThat(parts.count("date")).isEqualTo(1);
        assertThat(parts.count("coverage-assertion-id")).isEqualTo(1);
        assertThat(parts.count("pa-needed")).isLessThanOrEqualTo(1);
        assertThat(parts.count("satisfied-pa-id")).isLessThanOrEqualTo(1);
        String covered = parts.code("covered");
        assertThat(covered).isIn("covered", "not-covered", "conditional", "indeterminate");
        boolean conditional = List.of("covered", "pa-needed", "doc-needed").stream()
                .anyMatch(url -> parts.code(url).equals("conditional"));
        // q1
        assertThat(parts.count("questionnaire") == 0 || parts.count("doc-needed") > 0)
                .isTrue();
        // q2
        assertThat(!covered.equals("not-covered") || parts.count("pa-needed") == 0)
                .isTrue();
        // q3, in both directions as it is described
        assertThat(parts.count("info-needed") > 0).isEqualTo(conditional);
        // q4, q8
        assertThat(parts.count("doc-purpose")).isZero();
        // q5
        assertThat(parts.count("satisfied-pa-id") > 0)
                .isEqualTo(parts.code("pa-needed").equals("satisfied"));
        // q6
        assertThat(!parts.code("info-needed").equals("OTH") || parts.count("reason") > 0)
                .isTrue();
        // q7: text, so that no coding is asked for
        parts.of("reason")
                .forEach(reason -> assertThat(
                                reason.getJsonObject("valueCodeableConcept").getString("text"))
                        .isNotBlank());
        // q9, and what is not covered says why
        assertThat(covered.equals("covered") || parts.count("reason") == 1).isTrue();
        // a detail has its category, code and value once each
        parts.of("detail").forEach(detail -> {
            Parts inside = new Parts(detail);
            List.of("category", "code", "value")
                    .forEach(url -> assertThat(inside.count(url)).isEqualTo(1));
        });
    }

    @Example
    void classesMeanWhatTheyMeanToTheFund() {
        assertThat(covered(ItemClass.A, Optional.empty(), Cover.State.ACTIVE)).isEqualTo("covered");
        assertThat(covered(ItemClass.B, Optional.empty(), Cover.State.ACTIVE)).isEqualTo("covered");
        assertThat(covered(ItemClass.C, Optional.empty(), Cover.State.ACTIVE)).isEqualTo("not-covered");
        assertThat(covered(ItemClass.A, Optional.of(Restriction.Outcome.TO_CHECK), Cover.State.ACTIVE))
                .isEqualTo("conditional");
        assertThat(covered(ItemClass.A, Optional.of(Restriction.Outcome.NOT_MET), Cover.State.ACTIVE))
                .isEqualTo("not-covered");
        assertThat(covered(ItemClass.A, Optional.of(Restriction.Outcome.MET), Cover.State.ACTIVE))
                .isEqualTo("covered");
        assertThat(covered(ItemClass.A, Optional.empty(), Cover.State.SUSPENDED))
                .isEqualTo("not-covered");
        assertThat(covered(ItemClass.A, Optional.empty(), Cover.State.PENDING)).isEqualTo("indeterminate");
        assertThat(covered(ItemClass.C, Optional.empty(), Cover.State.STAY_UNKNOWN))
                .isEqualTo("not-covered");
    }

    @Example
    void classBTellsItsShareToTheLastPlace() {
        JsonObject extension = new CoverageInformation("Coverage/1", cover(Cover.State.ACTIVE), DAY)
                .of(advice(Optional.of(ItemClass.B), false, Optional.empty(), false, true), "a-1");

        JsonObject quantity = new Parts(new Parts(extension).of("detail").get(0))
                .of("value")
                .get(0)
                .getJsonObject("valueQuantity");
        assertThat(quantity.getJsonNumber("value").bigDecimalValue()).isEqualByComparingTo("12.5");
        assertThat(quantity.getString("code")).isEqualTo("%");
    }

    private static String covered(ItemClass type, Optional<Restriction.Outcome> restriction, Cover.State state) {
        return new Parts(new CoverageInformation("Coverage/1", cover(state), DAY)
                        .of(advice(Optional.of(type), false, restriction, false, true), "a-1"))
                .code("covered");
    }

    private static Cover cover(Cover.State state) {
        return new Cover(state, false, Optional.of("M1"), Optional.of(InsuranceType.EMPLOYEE), Optional.of(DAY));
    }

    private static ItemAdvice advice(
            Optional<ItemClass> type,
            boolean ambiguous,
            Optional<Restriction.Outcome> restriction,
            boolean limited,
            boolean mapped) {
        Optional<CatalogueItem> item = type.map(known -> new CatalogueItem(
                "I1",
                mapped ? Optional.of("XA01") : Optional.empty(),
                "名称",
                "",
                "盒",
                ChargeType.DRUG,
                known,
                known == ItemClass.B ? Optional.of(Rate.of("0.125")) : Optional.empty(),
                limited ? Optional.of(Money.of("5.00")) : Optional.empty(),
                Money.of("10.00"),
                restriction.map(outcome -> "限二线用药"),
                false,
                DAY,
                Optional.empty()));
        return new ItemAdvice(
                new OrderedItem("MedicationRequest/1", List.of(), "名称", BigDecimal.ONE, Optional.empty()),
                item,
                ambiguous,
                item.map(CatalogueItem::price),
                item.map(known -> new ChargeSplit(Money.ZERO, Money.ZERO, Money.ZERO, known.price())),
                item.flatMap(known -> restriction.map(outcome -> new Restriction("限二线用药", outcome, "理由", "why"))),
                List.of());
    }

    private record Parts(JsonObject extension) {

        List<JsonObject> of(String url) {
            return extension.getJsonArray("extension").getValuesAs(JsonObject.class).stream()
                    .filter(part -> part.getString("url").equals(url))
                    .toList();
        }

        int count(String url) {
            return of(url).size();
        }

        String code(String url) {
            return of(url).stream()
                    .map(part -> part.getString("valueCode"))
                    .findFirst()
                    .orElse("");
        }
    }
}
