package org.yibaoban.fhir.mapping;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.ErrorComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.visit.VisitType;

/** The payer's settlement to ClaimResponse and back: one adjudication for each field of {@link SettlementField}. */
public final class ClaimResponseMapping {
    private static final String CASE_GROUP = "case-group";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private final Parties parties;

    public ClaimResponseMapping(Parties parties) {
        this.parties = parties;
    }

    /**
     * What an answer is about.
     *
     * @param reference the payer's number of its answer (setl_id)
     * @param disease the registered disease that was claimed for
     */
    public record Subject(
            String claimIdentifier,
            String reference,
            String memberNumber,
            VisitType type,
            Optional<String> disease,
            LocalDateTime created) {}

    /** One reason why a claim was not settled; texts hold ids and figures only. */
    public record Reason(String code, String text) {}

    /** What an answer says, without its bytes. */
    public record Reading(
            String claimIdentifier,
            ClaimAnswer.Outcome outcome,
            Optional<String> reference,
            Optional<String> caseGroup,
            Map<SettlementField, Money> amounts,
            List<String> errors) {}

    /** @param caseGroup the case-based group that the payer put the stay into */
    public ClaimResponse settled(Subject subject, Settlement settlement, Optional<String> caseGroup) {
        ClaimResponse response = frame(subject);
        response.setOutcome(ClaimResponse.RemittanceOutcome.COMPLETE);
        response.setDisposition("planId=" + settlement.planId() + " standing=" + settlement.standing());
        for (SettlementField field : SettlementField.values()) {
            response.addAdjudication(adjudication(field, settlement.amount(field)));
        }
        caseGroup.ifPresent(code -> response.addExtension(caseGroup(code)));
        return response;
    }

    /** The answer to a claim that takes back every item of the one that it replaces: nothing is left to pay. */
    public ClaimResponse takenBack(Subject subject) {
        ClaimResponse response = frame(subject);
        response.setOutcome(ClaimResponse.RemittanceOutcome.COMPLETE);
        for (SettlementField field : SettlementField.values()) {
            response.addAdjudication(adjudication(field, Money.ZERO));
        }
        return response;
    }

    /** The extension that names the case-based group of a stay. */
    public static Extension caseGroup(String code) {
        return Elements.extension(CASE_GROUP, new Coding().setCode(code));
    }

    private static ClaimResponse.AdjudicationComponent adjudication(SettlementField field, Money amount) {
        return new ClaimResponse.AdjudicationComponent()
                .setCategory(new CodeableConcept(new Coding()
                        .setSystem(Canonical.SETTLEMENT_FIELD)
                        .setCode(field.key())
                        .setDisplay(field.chinese())))
                .setAmount(Elements.money(amount));
    }

    public ClaimResponse refused(Subject subject, List<Reason> reasons) {
        ClaimResponse response = frame(subject);
        response.setOutcome(ClaimResponse.RemittanceOutcome.ERROR);
        reasons.forEach(reason -> response.addError()
                .setCode(Elements.concept(Canonical.PAYER_ERROR, reason.code()).setText(reason.text())));
        return response;
    }

    private ClaimResponse frame(Subject subject) {
        ClaimResponse response = new ClaimResponse();
        response.setId(subject.reference());
        response.addIdentifier(Elements.identifier(Canonical.SETTLEMENT, subject.reference()));
        response.setStatus(ClaimResponse.ClaimResponseStatus.ACTIVE);
        response.setType(Elements.concept(HL7 + "claim-type", "institutional"));
        response.setSubType(
                Elements.concept(Canonical.VISIT_TYPE, ClaimMapping.medType(subject.type(), subject.disease())));
        response.setUse(ClaimResponse.Use.CLAIM);
        response.setPatient(Elements.logical("Patient", Canonical.MEMBER_NUMBER, subject.memberNumber()));
        response.setCreatedElement(Elements.dateTime(subject.created(), parties.zone()));
        response.setInsurer(parties.payer());
        response.setRequest(Elements.logical("Claim", Canonical.CLAIM, subject.claimIdentifier()));
        return response;
    }

    /**
     * Reads an answer. Whether its amounts agree with one another and with the estimate is the office's to check.
     *
     * @throws MappingFault when it is no active answer to a claim, a layer is missing or stands twice in a complete
     *     one, or an amount is not in CNY or finer than a fen
     */
    public Reading read(ClaimResponse response) {
        if (response.getStatus() != ClaimResponse.ClaimResponseStatus.ACTIVE) {
            throw new MappingFault("ClaimResponse.status", "active is expected, got " + response.getStatus());
        }
        if (response.getUse() != ClaimResponse.Use.CLAIM) {
            throw new MappingFault("ClaimResponse.use", "claim is expected, got " + response.getUse());
        }
        if (response.getOutcome() == null || response.getOutcome() == ClaimResponse.RemittanceOutcome.NULL) {
            throw new MappingFault("ClaimResponse.outcome", "is missing");
        }
        ClaimAnswer.Outcome outcome =
                ClaimAnswer.Outcome.valueOf(response.getOutcome().name());
        Map<SettlementField, Money> amounts = amounts(response);
        List<String> errors =
                response.getError().stream().map(ClaimResponseMapping::error).toList();
        Optional<String> reference = response.getIdentifier().stream()
                .filter(identifier -> Canonical.SETTLEMENT.equals(identifier.getSystem()))
                .map(org.hl7.fhir.r4.model.Identifier::getValue)
                .findFirst();
        if (outcome == ClaimAnswer.Outcome.COMPLETE) {
            complete(amounts, reference);
        }
        if (outcome == ClaimAnswer.Outcome.ERROR && errors.isEmpty()) {
            throw new MappingFault("ClaimResponse.error", "outcome error without a reason");
        }
        return new Reading(
                Elements.requiredIdentifier(
                        "ClaimResponse.request", List.of(response.getRequest().getIdentifier()), Canonical.CLAIM),
                outcome,
                reference,
                Elements.extension("ClaimResponse", response.getExtension(), CASE_GROUP, Coding.class)
                        .map(Coding::getCode),
                amounts,
                errors);
    }

    private static void complete(Map<SettlementField, Money> amounts, Optional<String> reference) {
        for (SettlementField field : SettlementField.values()) {
            if (!amounts.containsKey(field)) {
                throw new MappingFault("ClaimResponse.adjudication", field.key() + " is missing");
            }
        }
        Elements.required("ClaimResponse.identifier", reference);
    }

    private static Map<SettlementField, Money> amounts(ClaimResponse response) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        for (ClaimResponse.AdjudicationComponent adjudication : response.getAdjudication()) {
            String element = "ClaimResponse.adjudication";
            String key = Elements.requiredCode(element, adjudication.getCategory(), Canonical.SETTLEMENT_FIELD);
            SettlementField field = SettlementField.ofKey(key)
                    .orElseThrow(() -> new MappingFault(element, "unknown settlement field " + key));
            if (amounts.put(field, Elements.amount(element + "(" + key + ")", adjudication.getAmount())) != null) {
                throw new MappingFault(element, key + " stands twice");
            }
        }
        return amounts;
    }

    private static String error(ErrorComponent error) {
        String code = Elements.code(error.getCode(), Canonical.PAYER_ERROR)
                .orElseGet(() -> error.getCode().getCodingFirstRep().getCode());
        String text = error.getCode().hasText() ? error.getCode().getText() : "";
        return code == null ? text : text.isEmpty() ? code : code + ": " + text;
    }
}
