package org.yibaoban.fhir.mapping;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.VisitType;

/**
 * {@link ClaimSubmission} to Claim. The same submission always gives the same Claim: nothing comes from a clock or a
 * random source.
 */
public final class ClaimMapping {
    /** The parts of the hospital's own split, which the payer checks (national 2304). */
    public static final List<SettlementField> DECLARED = List.of(
            SettlementField.FULL_SELF_PAY,
            SettlementField.OVER_LIMIT,
            SettlementField.PRE_SELF_PAY,
            SettlementField.IN_SCOPE);

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private final Parties parties;

    public ClaimMapping(Parties parties) {
        this.parties = parties;
    }

    public Claim toClaim(ClaimSubmission submission) {
        Claim claim = new Claim();
        claim.addContained(PersonMapping.patient(
                submission.patient(), submission.membership().memberNumber()));
        claim.addContained(PersonMapping.coverage(submission.membership(), parties.payer()));
        DECLARED.forEach(field ->
                claim.addExtension(declared(field, submission.estimate().amount(field))));
        submission
                .fixedPrice()
                .ifPresent(price -> claim.addExtension(Elements.extension("fixed-price", Elements.money(price))));
        submission.part().ifPresent(part -> claim.addExtension(StayPartMapping.extension(part)));
        claim.addIdentifier(Elements.identifier(Canonical.CLAIM, submission.identifier()));
        claim.setStatus(Claim.ClaimStatus.ACTIVE);
        claim.setType(Elements.concept(HL7 + "claim-type", "institutional"));
        claim.setSubType(Elements.concept(Canonical.VISIT_TYPE, medType(submission.type(), submission.disease())));
        claim.setUse(Claim.Use.CLAIM);
        claim.setPatient(new Reference("#" + PersonMapping.PATIENT));
        claim.setCreatedElement(Elements.dateTime(submission.created(), parties.zone()));
        claim.setInsurer(parties.payer());
        claim.setProvider(parties.hospital());
        claim.setPriority(Elements.concept(HL7 + "processpriority", "normal"));
        addInformation(claim, submission);
        for (Diagnosis diagnosis : submission.diagnoses()) {
            addDiagnosis(claim, diagnosis);
        }
        claim.addInsurance().setSequence(1).setFocal(true).setCoverage(new Reference("#" + PersonMapping.COVERAGE));
        submission.lines().forEach(line -> addItem(claim, line));
        claim.setTotal(Elements.money(Money.sum(
                submission.lines().stream().map(ClaimSubmission.Line::amount).toList())));
        return claim;
    }

    /** National med_type: a visit for a registered disease has its own. */
    static String medType(VisitType type, Optional<String> disease) {
        return disease.isPresent() ? RegistrationMapping.VISIT_TYPE : type.code();
    }

    /** One part of the hospital's own split. */
    public static Extension declared(SettlementField field, Money amount) {
        Extension extension = new Extension(Canonical.structure("declared-amount"));
        extension.addExtension(
                "field", new Coding().setSystem(Canonical.SETTLEMENT_FIELD).setCode(field.key()));
        extension.addExtension("amount", Elements.money(amount));
        return extension;
    }

    private void addInformation(Claim claim, ClaimSubmission submission) {
        information(claim, "visit")
                .setValue(Elements.logical(
                        "Encounter", Canonical.VISIT_NUMBER, submission.visit().value()));
        information(claim, "stay")
                .setTiming(new Period()
                        .setStartElement(Elements.dateTime(submission.admittedAt(), parties.zone()))
                        .setEndElement(Elements.dateTime(submission.dischargedAt(), parties.zone())));
        information(claim, "hospital-level")
                .setCode(Elements.concept(Canonical.HOSPITAL_LEVEL, Integer.toString(submission.hospitalLevel())));
        submission
                .disease()
                .ifPresent(code -> information(claim, "registered-disease")
                        .setCode(Elements.concept(Canonical.REGISTERED_DISEASE, code)));
    }

    private static Claim.SupportingInformationComponent information(Claim claim, String kind) {
        return claim.addSupportingInfo()
                .setSequence(claim.getSupportingInfo().size())
                .setCategory(Elements.concept(Canonical.CLAIM_INFORMATION, kind));
    }

    private static void addDiagnosis(Claim claim, Diagnosis diagnosis) {
        boolean principal = claim.getDiagnosis().isEmpty();
        Claim.DiagnosisComponent component = claim.addDiagnosis();
        component.setSequence(claim.getDiagnosis().size());
        CodeableConcept concept = Elements.concept(Canonical.DIAGNOSIS, diagnosis.code());
        if (!diagnosis.name().isBlank()) {
            concept.setText(diagnosis.name());
        }
        component.setDiagnosis(concept);
        if (principal) {
            component.addType(Elements.concept(HL7 + "ex-diagnosistype", "principal"));
        }
    }

    private void addItem(Claim claim, ClaimSubmission.Line line) {
        Claim.ItemComponent item = claim.addItem();
        item.addExtension(Elements.extension(
                "item-class",
                new Coding()
                        .setSystem(Canonical.ITEM_CLASS)
                        .setCode(line.itemClass().code())));
        item.addExtension(Elements.extension("charge-id", new StringType(line.chargeId())));
        line.preSelfPayRate()
                .ifPresent(rate -> item.addExtension(
                        Elements.extension("pre-self-pay-rate", new DecimalType(Elements.plain(rate.share())))));
        line.unitLimit()
                .ifPresent(limit -> item.addExtension(Elements.extension("unit-limit", Elements.exactMoney(limit))));
        line.reverses()
                .ifPresent(
                        sequence -> item.addExtension(Elements.extension("reverses", new PositiveIntType(sequence))));
        if (line.waived()) {
            item.addExtension(Elements.extension("waived", new BooleanType(true)));
        }
        item.setSequence(line.sequence());
        item.setCategory(
                Elements.concept(Canonical.CHARGE_TYPE, line.chargeType().code()));
        CodeableConcept product = new CodeableConcept().setText(line.name());
        line.nationalCode()
                .ifPresent(code ->
                        product.addCoding().setSystem(Canonical.NATIONAL_ITEM).setCode(code));
        product.addCoding().setSystem(Canonical.HOSPITAL_ITEM).setCode(line.hospitalCode());
        item.setProductOrService(product);
        item.setServiced(new Period().setStartElement(Elements.dateTime(line.at(), parties.zone())));
        item.setQuantity(new Quantity().setValue(Elements.plain(line.quantity())));
        item.setUnitPrice(Elements.exactMoney(line.unitPrice()));
        item.setNet(Elements.money(line.amount()));
    }
}
