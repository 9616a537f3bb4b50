package org.yibaoban.his.fhir.read;

import java.time.ZoneId;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.ChargeItem.ChargeItemStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Quantity;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.fhir.mapping.ClaimMapping;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.money.Money;
import org.yibaoban.office.facade.ChargeView;

/** A line of the ledger; a reversal has a negative quantity and amount and names the line that it takes back. */
public final class ChargeItemResource {

    private ChargeItemResource() {}

    /** @param zone in which the line's local time is meant */
    public static ChargeItem of(ChargeView view, ZoneId zone) {
        LedgerLine line = view.line();
        ChargeItem item = new ChargeItem();
        item.addIdentifier(Elements.identifier(Canonical.CHARGE, line.transactionId()));
        item.setStatus(view.settled() ? ChargeItemStatus.BILLED : ChargeItemStatus.BILLABLE);
        item.setCode(code(line));
        item.setSubject(Ids.reference("Patient", view.subject().patient()));
        item.setContext(Ids.reference("Encounter", view.subject().visit()));
        item.setOccurrence(Elements.dateTime(line.at(), zone));
        item.setQuantity(new Quantity().setValue(Elements.plain(line.quantity())));
        if (!line.unit().isBlank()) {
            item.getQuantity().setUnit(line.unit());
        }
        item.setPriceOverride(Elements.money(line.amount()));
        if (!line.orderingDepartment().isBlank()) {
            item.setRequestingOrganization(
                    Elements.logical("Organization", Canonical.DEPARTMENT, line.orderingDepartment()));
        }
        view.orderedBy()
                .ifPresent(doctor ->
                        item.addPerformer().setActor(Elements.logical("Practitioner", Canonical.DOCTOR, doctor)));
        view.orderNumber()
                .ifPresent(order -> item.addService(Elements.logical("ServiceRequest", Canonical.ORDER, order)));
        line.restriction().ifPresent(text -> item.addNote().setText("限制支付 / payment restriction: " + text));
        addExtensions(item, view);
        return Ids.stamp(item, Long.toString(view.id()), view.changedAt());
    }

    private static CodeableConcept code(LedgerLine line) {
        CodeableConcept code = new CodeableConcept().setText(line.name());
        line.nationalCode()
                .ifPresent(national ->
                        code.addCoding().setSystem(Canonical.NATIONAL_ITEM).setCode(national));
        code.addCoding().setSystem(Canonical.HOSPITAL_ITEM).setCode(line.itemCode());
        code.addCoding()
                .setSystem(Canonical.CHARGE_TYPE)
                .setCode(line.chargeType().code());
        return code;
    }

    private static void addExtensions(ChargeItem item, ChargeView view) {
        LedgerLine line = view.line();
        item.addExtension(Elements.extension(
                "item-class",
                new Coding()
                        .setSystem(Canonical.ITEM_CLASS)
                        .setCode(line.itemClass().code())));
        item.addExtension(Elements.extension("unit-price", Elements.exactMoney(line.unitPrice())));
        view.supply()
                .days()
                .ifPresent(days ->
                        item.addExtension(Elements.extension("supply-days", new DecimalType(Elements.plain(days)))));
        if (view.supply().chronic()) {
            item.addExtension(Elements.extension("chronic-supply", new BooleanType(true)));
        }
        if (view.supply().takeHome()) {
            item.addExtension(Elements.extension("take-home", new BooleanType(true)));
        }
        ClaimMapping.DECLARED.forEach(
                field -> item.addExtension(ClaimMapping.declared(field, part(line.split(), field))));
        view.reversesId()
                .ifPresent(id -> item.addExtension(Elements.extension(
                        "reverses-charge",
                        Ids.reference("ChargeItem", id)
                                .setIdentifier(line.reverses()
                                        .map(number -> Elements.identifier(Canonical.CHARGE, number))
                                        .orElse(null)))));
    }

    private static Money part(ChargeSplit split, SettlementField field) {
        return switch (field) {
            case FULL_SELF_PAY -> split.fullSelfPay();
            case OVER_LIMIT -> split.overLimit();
            case PRE_SELF_PAY -> split.preSelfPay();
            default -> split.inScope();
        };
    }
}
