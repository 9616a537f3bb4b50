package org.yibaoban.his.cdshooks;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.office.order.Cover;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.Restriction;

/**
 * The extension {@code ext-coverage-information} (Da Vinci CRD 2.2) for one ordered item: 甲 and 乙 are covered, 乙 with
 * its share as a detail, 丙 is not, 限 is conditional until somebody has checked it. {@code pa-needed} and {@code
 * doc-needed} are left out: the catalogue says nothing of either, and the office makes nothing up.
 */
final class CoverageInformation {

    static final String URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    /** Codes of the details: pre-self-pay, price-limit, restriction. */
    static final String DETAILS = "http://yibaoban.org/fhir/CodeSystem/coverage-detail";

    private static final String UCUM = "http://unitsofmeasure.org";

    private final String coverage;
    private final Cover cover;
    private final LocalDate day;

    /** @param coverage reference to the client's Coverage that the assertion is about */
    CoverageInformation(String coverage, Cover cover, LocalDate day) {
        this.coverage = coverage;
        this.cover = cover;
        this.day = day;
    }

    /** @param assertion names the assertion, for questions about it */
    JsonObject of(ItemAdvice advice, String assertion) {
        Covered covered = covered(advice);
        JsonArrayBuilder parts = HookJson.NEW.createArrayBuilder();
        parts.add(part("coverage")
                .add("valueReference", HookJson.NEW.createObjectBuilder().add("reference", coverage)));
        parts.add(part("covered").add("valueCode", covered.code()));
        if (covered == Covered.CONDITIONAL) {
            parts.add(part("info-needed").add("valueCode", "OTH"));
        }
        advice.item()
                .flatMap(CatalogueItem::nationalCode)
                .ifPresent(code -> parts.add(part("billingCode")
                        .add(
                                "valueCoding",
                                HookJson.NEW
                                        .createObjectBuilder()
                                        .add("system", Codings.NATIONAL_ITEM)
                                        .add("code", code))));
        reason(advice, covered)
                .ifPresent(text -> parts.add(part("reason")
                        .add(
                                "valueCodeableConcept",
                                HookJson.NEW.createObjectBuilder().add("text", text))));
        details(advice, covered).forEach(parts::add);
        parts.add(part("date").add("valueDate", day.toString()));
        parts.add(part("coverage-assertion-id").add("valueString", assertion));
        return HookJson.NEW
                .createObjectBuilder()
                .add("url", URL)
                .add("extension", parts)
                .build();
    }

    /** What a client's Coverage is told of an item. */
    enum Covered {
        COVERED("covered"),
        NOT_COVERED("not-covered"),
        CONDITIONAL("conditional"),
        INDETERMINATE("indeterminate");

        private final String code;

        Covered(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private Covered covered(ItemAdvice advice) {
        if (advice.ambiguous()) {
            return Covered.INDETERMINATE;
        }
        if (advice.isSelfPaid() || advice.breaksRestriction() || cover.state().isSelfPaying()) {
            return Covered.NOT_COVERED;
        }
        if (cover.state() != Cover.State.ACTIVE) {
            return Covered.INDETERMINATE;
        }
        return advice.restriction()
                        .filter(limit -> limit.outcome() == Restriction.Outcome.TO_CHECK)
                        .isPresent()
                ? Covered.CONDITIONAL
                : Covered.COVERED;
    }

    private Optional<String> reason(ItemAdvice advice, Covered covered) {
        return switch (covered) {
            case COVERED -> Optional.empty();
            case INDETERMINATE ->
                Optional.of(
                        advice.ambiguous()
                                ? "国家编码对应本院多个项目 / several items here have this national code"
                                : words(cover));
            case CONDITIONAL -> advice.restriction().map(CoverageInformation::words);
            case NOT_COVERED -> Optional.of(notCovered(advice));
        };
    }

    private String notCovered(ItemAdvice advice) {
        if (advice.item().isEmpty()) {
            return "不在本院目录，未对码 / not in the hospital's catalogue";
        }
        if (advice.isSelfPaid()) {
            return "丙类自费 / class C, self-paid";
        }
        return advice.restriction()
                .filter(limit -> advice.breaksRestriction())
                .map(CoverageInformation::words)
                .orElseGet(() -> words(cover));
    }

    private static String words(Cover cover) {
        return cover.state().chinese() + " / " + cover.state().english();
    }

    private static String words(Restriction limit) {
        return limit.text() + "：" + limit.chinese() + " / " + limit.english();
    }

    private static List<JsonObjectBuilder> details(ItemAdvice advice, Covered covered) {
        List<JsonObjectBuilder> details = new ArrayList<>();
        if (covered == Covered.NOT_COVERED || advice.item().isEmpty()) {
            return details;
        }
        CatalogueItem item = advice.item().get();
        item.preSelfPayRate()
                .ifPresent(rate -> details.add(detail(
                        "pre-self-pay",
                        "乙类先行自付比例 / class B: share that the patient pays first",
                        quantity(rate.share().movePointRight(2), "%", "%"))));
        item.priceLimit()
                .ifPresent(limit -> details.add(detail(
                        "price-limit",
                        "限价，超出部分自费 / highest price that the fund counts",
                        quantity(limit.yuan(), "CNY/" + item.unit(), ""))));
        advice.restriction()
                .ifPresent(limit -> details.add(detail(
                        "restriction",
                        "限定支付 / payment restriction",
                        part("value").add("valueString", limit.text()))));
        return details;
    }

    private static JsonObjectBuilder detail(String code, String text, JsonObjectBuilder value) {
        return HookJson.NEW
                .createObjectBuilder()
                .add("url", "detail")
                .add(
                        "extension",
                        HookJson.NEW
                                .createArrayBuilder()
                                .add(part("category").add("valueCode", "cat-limitation"))
                                .add(part("code")
                                        .add(
                                                "valueCodeableConcept",
                                                HookJson.NEW
                                                        .createObjectBuilder()
                                                        .add(
                                                                "coding",
                                                                HookJson.NEW
                                                                        .createArrayBuilder()
                                                                        .add(HookJson.NEW
                                                                                .createObjectBuilder()
                                                                                .add("system", DETAILS)
                                                                                .add("code", code)))
                                                        .add("text", text)))
                                .add(value));
    }

    /** @param ucum the unit's code, blank where UCUM has none, as for money */
    private static JsonObjectBuilder quantity(BigDecimal value, String unit, String ucum) {
        JsonObjectBuilder quantity =
                HookJson.NEW.createObjectBuilder().add("value", value).add("unit", unit);
        if (!ucum.isEmpty()) {
            quantity.add("system", UCUM).add("code", ucum);
        }
        return part("value").add("valueQuantity", quantity);
    }

    private static JsonObjectBuilder part(String url) {
        return HookJson.NEW.createObjectBuilder().add("url", url);
    }
}
