package org.yibaoban.fhir.mapping;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Task;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ReversalAnswer.Outcome;

/** What a payer answers to a reversal, in each way: written on its side, read on the office's. */
public final class ReversalAnswers {
    private ReversalAnswers() {}

    /** What an answer says, without its bytes. */
    public record Reading(Outcome outcome, Optional<String> reference, List<String> reasons) {}

    /** The task as it came, done. */
    public static Task completed(Task task, String reference) {
        Task answer = task.copy();
        answer.setId(reference);
        answer.addIdentifier(Elements.identifier(Canonical.SETTLEMENT, reference));
        answer.setStatus(Task.TaskStatus.COMPLETED);
        return answer;
    }

    /** The task as it came, refused. */
    public static Task rejected(Task task, String reference, Reason reason) {
        Task answer = task.copy();
        answer.setId(reference);
        answer.setStatus(Task.TaskStatus.REJECTED);
        answer.setStatusReason(
                Elements.concept(Canonical.PAYER_ERROR, reason.code()).setText(reason.text()));
        return answer;
    }

    /** @throws MappingFault when it is about another reversal or another claim, or refuses without a reason */
    public static Reading read(Task task, String identifier, String claimIdentifier) {
        named("Task.identifier", task.getIdentifier(), Canonical.REVERSAL, identifier);
        named("Task.focus", List.of(task.getFocus().getIdentifier()), Canonical.CLAIM, claimIdentifier);
        if (task.getStatus() == null) {
            throw new MappingFault("Task.status", "is missing");
        }
        return switch (task.getStatus()) {
            case COMPLETED -> new Reading(Outcome.DONE, reference(task.getIdentifier()), List.of());
            case REJECTED, FAILED -> new Reading(Outcome.REFUSED, Optional.empty(), List.of(words(task)));
            case REQUESTED, RECEIVED, ACCEPTED, READY, INPROGRESS, ONHOLD -> queued();
            default -> throw new MappingFault("Task.status", "unexpected: " + task.getStatus());
        };
    }

    private static String words(Task task) {
        CodeableConcept reason = task.getStatusReason();
        String code = Optional.ofNullable(reason.getCodingFirstRep())
                .map(Coding::getCode)
                .orElse("");
        String text = reason.hasText() ? reason.getText() : "";
        if (code.isEmpty() && text.isEmpty()) {
            throw new MappingFault("Task.statusReason", "a refusal without a reason");
        }
        return code.isEmpty() || text.isEmpty() ? code + text : code + ": " + text;
    }

    /**
     * The answer to the claim itself, which shows whether it is still in force.
     *
     * @throws MappingFault when it is about another claim
     */
    public static Reading readOriginal(ClaimResponse response, String claimIdentifier) {
        named(
                "ClaimResponse.request",
                List.of(response.getRequest().getIdentifier()),
                Canonical.CLAIM,
                claimIdentifier);
        return response.getStatus() == ClaimResponse.ClaimResponseStatus.CANCELLED
                ? new Reading(Outcome.DONE, Optional.empty(), List.of())
                : queued();
    }

    /**
     * The claim itself: cancelled, or still active while the payer thinks about it.
     *
     * @throws MappingFault when it is another claim
     */
    public static Reading readCancelled(Claim claim, String claimIdentifier) {
        named("Claim.identifier", claim.getIdentifier(), Canonical.CLAIM, claimIdentifier);
        return claim.getStatus() == Claim.ClaimStatus.CANCELLED
                ? new Reading(Outcome.DONE, Optional.empty(), List.of())
                : queued();
    }

    /**
     * The answer to a replacing claim.
     *
     * @throws MappingFault when it answers another claim or only a part of it
     */
    public static Reading readReplacing(ClaimResponseMapping.Reading response, String identifier) {
        if (!response.claimIdentifier().equals(identifier)) {
            throw new MappingFault("ClaimResponse.request", "answers another claim: " + response.claimIdentifier());
        }
        if (response.outcome() == ClaimAnswer.Outcome.PARTIAL) {
            throw new MappingFault("ClaimResponse.outcome", "a reversal is not partial");
        }
        return switch (response.outcome()) {
            case COMPLETE -> new Reading(Outcome.DONE, response.reference(), List.of());
            case ERROR -> new Reading(Outcome.REFUSED, Optional.empty(), response.errors());
            default -> queued();
        };
    }

    private static Reading queued() {
        return new Reading(Outcome.QUEUED, Optional.empty(), List.of());
    }

    private static Optional<String> reference(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> Canonical.SETTLEMENT.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst();
    }

    private static void named(String element, List<Identifier> identifiers, String system, String expected) {
        String found = Elements.requiredIdentifier(element, identifiers, system);
        if (!found.equals(expected)) {
            throw new MappingFault(element, "names another one: " + found);
        }
    }
}
