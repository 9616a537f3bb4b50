package org.yibaoban.his.fhir.write;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.ChargeItem.ChargeItemStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.ChargePosting.Kind;
import org.yibaoban.visit.Supply;

/** A charge, or, with a negative quantity and amount, a credit. */
final class ChargeItemReading {

    private static final int ITEM_NAME = 400;
    private static final int QUANTITY_PLACES = 4;
    private static final int PRICE_PLACES = 6;
    private static final BigDecimal FEN = new BigDecimal("0.01");
    /** A billion yuan in one posting is a slip. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final ChargeItem item;
    private final String path;
    private final ZoneId zone;

    ChargeItemReading(ChargeItem item, String path, ZoneId zone) {
        this.item = item;
        this.path = path;
        this.zone = zone;
    }

    String transactionId() {
        return Texts.requiredIdentifier(at("identifier"), item.getIdentifier(), Canonical.CHARGE, Texts.TRANSACTION);
    }

    ChargePosting posting() {
        if (item.getStatus() != ChargeItemStatus.BILLABLE && item.getStatus() != ChargeItemStatus.BILLED) {
            throw FhirFault.element(
                    at("status"),
                    "应为 billable；冲减请发负数量的明细",
                    "billable is expected; take a charge back by a line with a negative quantity");
        }
        BigDecimal quantity = quantity();
        Optional<BigDecimal> unitPrice = unitPrice();
        BigDecimal amount = amount();
        if (quantity.signum() != amount.signum()) {
            throw FhirFault.element(at("priceOverride"), "金额与数量的正负号不一致", "quantity and amount have different signs");
        }
        unitPrice.ifPresent(price -> checkProduct(quantity, price, amount));
        boolean credit = quantity.signum() < 0;
        String code = itemCode();
        return new ChargePosting(
                transactionId(),
                credit ? Kind.CREDIT : Kind.CHARGE,
                code,
                itemName(code),
                quantity.abs(),
                unitPrice,
                new org.yibaoban.money.Money(amount.abs()),
                occurrence(),
                Texts.logical(
                                at("requestingOrganization"),
                                item.getRequestingOrganization(),
                                Canonical.DEPARTMENT,
                                Texts.CODE)
                        .orElse(""),
                item.getPerformer().stream()
                        .flatMap(performer ->
                                Texts.logical(at("performer.actor"), performer.getActor(), Canonical.DOCTOR, Texts.CODE)
                                        .stream())
                        .findFirst(),
                item.getService().stream()
                        .flatMap(
                                order -> Texts.logical(at("service"), order, Canonical.ORDER, Texts.REFERENCE).stream())
                        .findFirst(),
                credit ? reverses() : Optional.empty(),
                false,
                credit ? Supply.NONE : supply());
    }

    /** For how long a drug was given out, where the HIS tells. */
    private Supply supply() {
        Optional<BigDecimal> days = Elements.extension(path, item.getExtension(), "supply-days", DecimalType.class)
                .map(DecimalType::getValue);
        days.filter(value -> !Supply.holds(value)).ifPresent(value -> {
            throw FhirFault.element(
                    at("extension('" + Canonical.structure("supply-days") + "')"),
                    "用药天数须为 0 至 9999，至多两位小数",
                    "0 to 9999 days of supply, at most two decimal places");
        });
        return new Supply(days, isSo("chronic-supply"), isSo("take-home"));
    }

    private boolean isSo(String extension) {
        return Elements.extension(path, item.getExtension(), extension, BooleanType.class)
                .map(BooleanType::booleanValue)
                .orElse(false);
    }

    private String itemCode() {
        return Texts.code(at("code"), item.getCode(), Set.of(Canonical.HOSPITAL_ITEM), Texts.REFERENCE)
                .orElseThrow(() -> FhirFault.missing(
                        at("code.coding"),
                        "院内项目代码（system " + Canonical.HOSPITAL_ITEM + "）",
                        "a code of " + Canonical.HOSPITAL_ITEM));
    }

    private String itemName(String code) {
        return item.getCode().hasText()
                ? Texts.limited(at("code.text"), item.getCode().getText(), ITEM_NAME)
                : code;
    }

    private BigDecimal quantity() {
        BigDecimal quantity = item.getQuantity().getValue();
        if (quantity == null) {
            throw FhirFault.missing(at("quantity"), "数量", "the quantity");
        }
        Texts.places(at("quantity"), quantity, QUANTITY_PLACES);
        if (quantity.signum() == 0 || quantity.abs().compareTo(MOST) >= 0) {
            throw FhirFault.element(at("quantity"), "数量为零或过大", "the quantity is zero or too large");
        }
        return quantity;
    }

    private BigDecimal amount() {
        Money money = item.getPriceOverride();
        if (!money.hasValue()) {
            throw FhirFault.missing(at("priceOverride"), "金额", "the amount");
        }
        BigDecimal amount = yuan(money, "priceOverride");
        Texts.places(at("priceOverride"), amount, 2);
        if (amount.signum() == 0 || amount.abs().compareTo(MOST) >= 0) {
            throw FhirFault.element(at("priceOverride"), "金额为零或过大", "the amount is zero or too large");
        }
        return amount.setScale(2);
    }

    private Optional<BigDecimal> unitPrice() {
        String element = "extension('" + Canonical.structure("unit-price") + "')";
        Optional<BigDecimal> price = Elements.extension(path, item.getExtension(), "unit-price", Money.class)
                .map(money -> yuan(money, element));
        price.ifPresent(value -> {
            Texts.places(at(element), value, PRICE_PLACES);
            if (value.signum() < 0) {
                throw FhirFault.element(at(element), "单价为负", "the unit price is negative");
            }
        });
        return price;
    }

    private BigDecimal yuan(Money money, String element) {
        if (!"CNY".equals(money.getCurrency()) || !money.hasValue()) {
            throw FhirFault.element(at(element), "应为人民币（CNY）金额", "an amount in CNY is expected");
        }
        return money.getValue();
    }

    private void checkProduct(BigDecimal quantity, BigDecimal price, BigDecimal amount) {
        if (quantity.multiply(price).subtract(amount).abs().compareTo(FEN) >= 0) {
            throw FhirFault.element(at("priceOverride"), "金额不等于数量 × 单价", "the amount is not quantity x unit price");
        }
    }

    private java.time.LocalDateTime occurrence() {
        if (item.hasOccurrence() && !(item.getOccurrence() instanceof DateTimeType)) {
            throw FhirFault.element(at("occurrence"), "应为 occurrenceDateTime", "occurrenceDateTime is expected");
        }
        return Texts.time(at("occurrence"), (DateTimeType) item.getOccurrence(), zone);
    }

    /** The identifier of the line that is taken back. */
    private Optional<String> reverses() {
        return Elements.extension(path, item.getExtension(), "reverses-charge", Reference.class)
                .map(reference -> Texts.logical(
                                at("extension('" + Canonical.structure("reverses-charge") + "')"),
                                reference,
                                Canonical.CHARGE,
                                Texts.TRANSACTION)
                        .orElseThrow(() -> FhirFault.missing(
                                at("extension('" + Canonical.structure("reverses-charge") + "')"),
                                "原明细标识（system " + Canonical.CHARGE + "）",
                                "an identifier of " + Canonical.CHARGE)));
    }

    private String at(String element) {
        return path + "." + element;
    }
}
