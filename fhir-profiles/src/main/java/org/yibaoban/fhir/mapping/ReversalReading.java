package org.yibaoban.fhir.mapping;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task;
import org.yibaoban.fhir.profile.Canonical;

/** The payer's side of {@link ReversalMapping}. All throw {@link MappingFault} for what cannot be read. */
public final class ReversalReading {
    private ReversalReading() {}

    public static ReceivedReversal read(Task task) {
        boolean cancels = Elements.code(task.getCode(), ReversalMapping.FINANCIAL_TASK)
                .filter("cancel"::equals)
                .isPresent();
        if (!cancels || task.getStatus() != Task.TaskStatus.REQUESTED) {
            throw new MappingFault("Task.code", "a requested task cancel is expected");
        }
        return new ReceivedReversal(
                Elements.requiredIdentifier("Task.identifier", task.getIdentifier(), Canonical.REVERSAL),
                Elements.requiredIdentifier(
                        "Task.focus", List.of(task.getFocus().getIdentifier()), Canonical.CLAIM),
                Elements.requiredIdentifier(
                        "Task.requester", List.of(task.getRequester().getIdentifier()), Canonical.HOSPITAL));
    }

    public static ReceivedReversal read(Parameters parameters) {
        return new ReceivedReversal(
                parameter(parameters, "reversal", Canonical.REVERSAL),
                parameter(parameters, "claim", Canonical.CLAIM),
                parameter(parameters, "hospital", Canonical.HOSPITAL));
    }

    private static String parameter(Parameters parameters, String name, String system) {
        List<Identifier> values = parameters.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .map(Parameters.ParametersParameterComponent::getValue)
                .filter(Identifier.class::isInstance)
                .map(Identifier.class::cast)
                .toList();
        return Elements.requiredIdentifier("Parameters.parameter(" + name + ")", values, system);
    }

    /** The claim itself with status cancelled. */
    public static ReceivedReversal readCancelled(Claim claim) {
        if (claim.getStatus() != Claim.ClaimStatus.CANCELLED) {
            throw new MappingFault("Claim.status", "a claim may only be changed to cancelled");
        }
        return new ReceivedReversal(
                reversalIdentifier(claim),
                Elements.requiredIdentifier("Claim.identifier", claim.getIdentifier(), Canonical.CLAIM),
                hospital(claim));
    }

    /** Empty for a claim that replaces none. One that replaces another must take back every item of it. */
    public static Optional<ReceivedReversal> readReplacing(Claim claim) {
        if (!claim.hasRelated()) {
            return Optional.empty();
        }
        boolean allTakenBack =
                claim.getItem().stream().allMatch(item -> item.hasExtension(Canonical.structure("info-cancelled")));
        if (claim.getRelated().size() != 1 || !allTakenBack) {
            throw new MappingFault("Claim.related", "a replacing claim names one claim and takes back every item");
        }
        String identifier = Elements.requiredIdentifier("Claim.identifier", claim.getIdentifier(), Canonical.CLAIM);
        if (!identifier.equals(reversalIdentifier(claim))) {
            throw new MappingFault("Claim.extension(reversal)", "is not the identifier of the replacing claim");
        }
        return Optional.of(new ReceivedReversal(
                identifier,
                Elements.requiredIdentifier(
                        "Claim.related.claim",
                        List.of(claim.getRelatedFirstRep().getClaim().getIdentifier()),
                        Canonical.CLAIM),
                hospital(claim)));
    }

    private static String hospital(Claim claim) {
        return Elements.requiredIdentifier(
                "Claim.provider", List.of(claim.getProvider().getIdentifier()), Canonical.HOSPITAL);
    }

    private static String reversalIdentifier(Claim claim) {
        Extension reversal = claim.getExtensionByUrl(Canonical.structure("reversal"));
        if (reversal == null
                || reversal.getExtensionByUrl("identifier") == null
                || !(reversal.getExtensionByUrl("identifier").getValue() instanceof Identifier identifier)) {
            throw new MappingFault("Claim.extension(reversal)", "an identifier is expected");
        }
        return Elements.requiredIdentifier("Claim.extension(reversal)", List.of(identifier), Canonical.REVERSAL);
    }
}
