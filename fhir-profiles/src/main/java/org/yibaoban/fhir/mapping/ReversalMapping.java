package org.yibaoban.fhir.mapping;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.payer.ReversalSubmission;

/**
 * {@link ReversalSubmission} to what a payer wants to be told, which differs: a Task, the parameters of an operation, the
 * claim itself with another status, or a claim that replaces it. The same submission always gives the same resource.
 */
public final class ReversalMapping {
    static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    static final String FINANCIAL_TASK = HL7 + "financialtaskcode";
    private final Parties parties;

    public ReversalMapping(Parties parties) {
        this.parties = parties;
    }

    /** Task with code cancel (R4 financial task codes; NPHIES). */
    public Task toTask(ReversalSubmission reversal) {
        Task task = new Task();
        task.addIdentifier(Elements.identifier(Canonical.REVERSAL, reversal.identifier()));
        task.setStatus(Task.TaskStatus.REQUESTED);
        task.setIntent(Task.TaskIntent.ORDER);
        task.setCode(Elements.concept(FINANCIAL_TASK, "cancel"));
        task.setFocus(
                Elements.logical("Claim", Canonical.CLAIM, reversal.claim().identifier()));
        task.setAuthoredOnElement(Elements.dateTime(reversal.created(), parties.zone()));
        task.setRequester(parties.hospital());
        task.setOwner(parties.payer());
        task.setReasonCode(new CodeableConcept().setText(reversal.reason()));
        reversal.payerReference()
                .ifPresent(reference -> task.addInput()
                        .setType(new CodeableConcept().setText("setl_id"))
                        .setValue(Elements.identifier(Canonical.SETTLEMENT, reference)));
        return task;
    }

    /** Parameters of Claim/$cancel (IHE FAIS). */
    public Parameters toParameters(ReversalSubmission reversal) {
        Parameters parameters = new Parameters();
        parameters
                .addParameter()
                .setName("reversal")
                .setValue(Elements.identifier(Canonical.REVERSAL, reversal.identifier()));
        parameters
                .addParameter()
                .setName("claim")
                .setValue(Elements.identifier(Canonical.CLAIM, reversal.claim().identifier()));
        parameters
                .addParameter()
                .setName("hospital")
                .setValue(Elements.identifier(Canonical.HOSPITAL, parties.hospitalId()));
        parameters.addParameter().setName("reason").setValue(new StringType(reversal.reason()));
        return parameters;
    }

    /** The claim as it was sent, with status cancelled (R4 core). */
    public Claim toCancelled(ReversalSubmission reversal) {
        Claim claim = FhirJson.parse(Claim.class, reversal.claim().content());
        claim.setStatus(Claim.ClaimStatus.CANCELLED);
        claim.addExtension(extension(reversal));
        return claim;
    }

    /** A new claim that names the old one and takes back every item of it (Da Vinci PAS). */
    public Claim toReplacing(ReversalSubmission reversal) {
        Claim claim = FhirJson.parse(Claim.class, reversal.claim().content());
        claim.getIdentifier().clear();
        claim.addIdentifier(Elements.identifier(Canonical.CLAIM, reversal.identifier()));
        claim.setCreatedElement(Elements.dateTime(reversal.created(), parties.zone()));
        claim.addExtension(extension(reversal));
        claim.addRelated()
                .setRelationship(Elements.concept(HL7 + "ex-relatedclaimrelationship", "prior"))
                .setClaim(Elements.logical(
                        "Claim", Canonical.CLAIM, reversal.claim().identifier()));
        claim.getItem().forEach(item -> item.addExtension(Elements.extension("info-cancelled", new BooleanType(true))));
        return claim;
    }

    private static Extension extension(ReversalSubmission reversal) {
        Extension extension = new Extension(Canonical.structure("reversal"));
        extension.addExtension("identifier", Elements.identifier(Canonical.REVERSAL, reversal.identifier()));
        extension.addExtension("reason", new StringType(reversal.reason()));
        return extension;
    }
}
