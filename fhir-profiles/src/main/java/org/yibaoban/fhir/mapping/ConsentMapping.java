package org.yibaoban.fhir.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.Signer;
import org.yibaoban.fhir.profile.Canonical;

/** A consent form as FHIR Consent, profile yb-consent. */
public final class ConsentMapping {

    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String SIGNER = "signer";

    private final Parties parties;

    public ConsentMapping(Parties parties) {
        this.parties = parties;
    }

    public org.hl7.fhir.r4.model.Consent toFhir(Consent consent) {
        ConsentForm form = consent.form();
        org.hl7.fhir.r4.model.Consent resource = new org.hl7.fhir.r4.model.Consent();
        resource.addIdentifier(Elements.identifier(Canonical.CONSENT, form.number()));
        resource.setStatus(status(consent.state()));
        resource.setScope(Elements.concept(SCOPE, "treatment"));
        resource.addCategory(new CodeableConcept().setText("自费项目知情同意书"));
        resource.setPatient(patient(form));
        resource.setDateTimeElement(Elements.dateTime(form.preparedAt(), parties.zone()));
        resource.addOrganization(parties.hospital());
        resource.setPolicyRule(new CodeableConcept().setText("《医疗保障基金使用监督管理条例》第十五条"));
        extend(resource, consent);
        consent.signer().ifPresent(signer -> sign(resource, form, signer));
        resource.setProvision(provision(consent));
        return resource;
    }

    /** Names of our states that a FHIR status stands for; none for a code that no form has. */
    public static Set<String> states(String status) {
        return Arrays.stream(ConsentState.values())
                .filter(state -> status(state).toCode().equals(status))
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    /** FHIR knows fewer states than we do; the exact one is an extension. */
    private static org.hl7.fhir.r4.model.Consent.ConsentState status(ConsentState state) {
        return switch (state) {
            case DUE, EMERGENCY -> org.hl7.fhir.r4.model.Consent.ConsentState.PROPOSED;
            case SIGNED, PAPER -> org.hl7.fhir.r4.model.Consent.ConsentState.ACTIVE;
            case REFUSED -> org.hl7.fhir.r4.model.Consent.ConsentState.REJECTED;
            case WITHDRAWN, CONFIRMED -> org.hl7.fhir.r4.model.Consent.ConsentState.INACTIVE;
        };
    }

    private static void extend(org.hl7.fhir.r4.model.Consent resource, Consent consent) {
        ConsentForm form = consent.form();
        resource.addExtension(Elements.extension(
                "consent-state",
                new Coding()
                        .setSystem(Canonical.CONSENT_STATE)
                        .setCode(consent.state().name())));
        form.reasons().stream()
                .sorted(Comparator.naturalOrder())
                .map(ConsentReason::key)
                .forEach(ground -> resource.addExtension(Elements.extension(
                        "consent-ground",
                        new Coding().setSystem(Canonical.CONSENT_GROUND).setCode(ground))));
        Quantity quantity = new Quantity().setValue(Elements.plain(form.quantity()));
        if (!form.item().unit().isBlank()) {
            quantity.setUnit(form.item().unit());
        }
        resource.addExtension(Elements.extension("consent-quantity", quantity));
        resource.addExtension(Elements.extension("consent-price", Elements.exactMoney(form.unitPrice())));
        resource.addExtension(Elements.extension("consent-necessity", new StringType(form.necessity())));
        resource.addExtension(Elements.extension("consent-alternative", new StringType(form.alternative())));
        resource.addExtension(Elements.extension("consent-hash", new StringType(form.sha256())));
        consent.signer()
                .map(Signer::witness)
                .ifPresent(witness ->
                        resource.addExtension(Elements.extension("consent-witness", new StringType(witness))));
    }

    private void sign(org.hl7.fhir.r4.model.Consent resource, ConsentForm form, Signer signer) {
        if (signer.relation() == Relation.SELF) {
            resource.addPerformer(patient(form));
        } else {
            RelatedPerson relative = new RelatedPerson();
            relative.setId(SIGNER);
            relative.setPatient(patient(form));
            relative.addRelationship(
                    new CodeableConcept().setText(signer.relation().chinese()));
            relative.addName(new HumanName().setText(signer.name()));
            resource.addContained(relative);
            resource.addPerformer(new Reference("#" + SIGNER));
        }
        resource.addVerification()
                .setVerified(true)
                .setVerificationDateElement(Elements.dateTime(signer.at(), parties.zone()));
    }

    private static org.hl7.fhir.r4.model.Consent.ProvisionComponent provision(Consent consent) {
        ConsentForm form = consent.form();
        CodeableConcept item = new CodeableConcept().setText(form.item().name());
        form.item()
                .nationalCode()
                .ifPresent(code ->
                        item.addCoding().setSystem(Canonical.NATIONAL_ITEM).setCode(code));
        item.addCoding().setSystem(Canonical.HOSPITAL_ITEM).setCode(form.item().code());
        org.hl7.fhir.r4.model.Consent.ProvisionComponent provision =
                new org.hl7.fhir.r4.model.Consent.ProvisionComponent();
        provision.setType(
                consent.state() == ConsentState.REFUSED
                        ? org.hl7.fhir.r4.model.Consent.ConsentProvisionType.DENY
                        : org.hl7.fhir.r4.model.Consent.ConsentProvisionType.PERMIT);
        provision.addCode(item);
        provision
                .addData()
                .setMeaning(org.hl7.fhir.r4.model.Consent.ConsentDataMeaning.RELATED)
                .setReference(Elements.logical(
                        "Encounter", Canonical.VISIT_NUMBER, form.visit().value()));
        return provision;
    }

    private static Reference patient(ConsentForm form) {
        return Elements.logical(
                "Patient", Canonical.PATIENT_NUMBER, form.patient().value());
    }
}
