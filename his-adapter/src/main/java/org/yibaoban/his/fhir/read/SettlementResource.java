package org.yibaoban.his.fhir.read;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.NoteType;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.ExplanationOfBenefitStatus;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.RemittanceOutcome;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.Use;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.mapping.StayPartMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.money.Money;
import org.yibaoban.office.facade.SettlementView;
import org.yibaoban.settlement.ClaimState;

/** Where a claim stands: every layer, the patient's share, and why our estimate is what it is. It has the claim's id. */
public final class SettlementResource {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private SettlementResource() {}

    /** @param parties hospital, payer and the zone of local times */
    public static ExplanationOfBenefit of(SettlementView view, Parties parties) {
        ExplanationOfBenefit benefit = new ExplanationOfBenefit();
        benefit.addIdentifier(Elements.identifier(Canonical.CLAIM, view.identifier()));
        view.payerReference()
                .ifPresent(number -> benefit.addIdentifier(Elements.identifier(Canonical.SETTLEMENT, number)));
        benefit.setStatus(
                view.state() == ClaimState.WITHDRAWN || view.state() == ClaimState.REVERSED
                        ? ExplanationOfBenefitStatus.CANCELLED
                        : ExplanationOfBenefitStatus.ACTIVE);
        benefit.setType(Elements.concept(HL7 + "claim-type", "institutional"));
        benefit.setSubType(Elements.concept(Canonical.VISIT_TYPE, view.type().code()));
        benefit.setUse(Use.CLAIM);
        benefit.setPatient(Ids.reference("Patient", view.subject().patient()));
        benefit.setCreatedElement(
                Elements.dateTime(LocalDateTime.ofInstant(view.createdAt(), parties.zone()), parties.zone()));
        benefit.setInsurer(parties.payer());
        benefit.setProvider(parties.hospital());
        benefit.setClaim(Ids.reference("Claim", view.id())
                .setIdentifier(Elements.identifier(Canonical.CLAIM, view.identifier())));
        benefit.setOutcome(outcome(view.state()));
        benefit.setDisposition(disposition(view));
        benefit.addInsurance().setFocal(true).setCoverage(coverage(view));
        view.caseGroup().ifPresent(group -> benefit.addExtension(ClaimResponseMapping.caseGroup(group)));
        view.part().ifPresent(part -> benefit.addExtension(StayPartMapping.extension(part)));
        addAmounts(benefit, view.amounts());
        addNotes(benefit, view);
        return Ids.stamp(benefit, Long.toString(view.id()), view.changedAt());
    }

    private static RemittanceOutcome outcome(ClaimState state) {
        return switch (state) {
            case SETTLED, REVERSED -> RemittanceOutcome.COMPLETE;
            case DIFFERENCE -> RemittanceOutcome.PARTIAL;
            case REFUSED, WITHDRAWN -> RemittanceOutcome.ERROR;
            default -> RemittanceOutcome.QUEUED;
        };
    }

    private static String disposition(SettlementView view) {
        String source = view.answered() ? "金额为医保返回 / amounts of the payer" : "金额为预估 / amounts of our estimate";
        String state = view.state().chinese() + " / " + view.state().english();
        return view.note().isBlank() ? state + "; " + source : state + "; " + source + "; " + view.note();
    }

    private static Reference coverage(SettlementView view) {
        return view.insured()
                ? Ids.reference("Coverage", view.subject().visit())
                : new Reference().setType("Coverage").setDisplay("自费 / self-paying");
    }

    private static void addAmounts(ExplanationOfBenefit benefit, Map<SettlementField, Money> amounts) {
        amounts.forEach((field, amount) -> benefit.addAdjudication()
                .setCategory(new CodeableConcept(new Coding()
                        .setSystem(Canonical.SETTLEMENT_FIELD)
                        .setCode(field.key())
                        .setDisplay(field.chinese())))
                .setAmount(Elements.money(amount)));
        if (amounts.size() == SettlementField.values().length) {
            addTotal(benefit, "submitted", amounts.get(SettlementField.TOTAL));
            addTotal(benefit, "eligible", amounts.get(SettlementField.IN_SCOPE));
            addTotal(benefit, "deductible", amounts.get(SettlementField.DEDUCTIBLE));
            addTotal(
                    benefit,
                    "benefit",
                    Money.sum(SettlementField.LAYERS.stream().map(amounts::get).toList()));
        }
    }

    private static void addTotal(ExplanationOfBenefit benefit, String category, Money amount) {
        benefit.addTotal()
                .setCategory(Elements.concept(HL7 + "adjudication", category))
                .setAmount(Elements.money(amount));
    }

    private static void addNotes(ExplanationOfBenefit benefit, SettlementView view) {
        for (Explanation reason : view.explanation()) {
            SettlementField field = reason.field();
            note(benefit, "zh", field.chinese() + "：" + reason.chinese());
            note(benefit, "en", field.english() + ": " + reason.english() + " [" + reason.clause() + "]");
        }
        List<String> differences = view.differences();
        differences.forEach(text -> note(benefit, "zh", text));
    }

    private static void note(ExplanationOfBenefit benefit, String language, String text) {
        benefit.addProcessNote()
                .setNumber(benefit.getProcessNote().size())
                .setType(NoteType.PRINT)
                .setText(text)
                .setLanguage(Elements.concept("urn:ietf:bcp:47", language));
    }
}
