package org.yibaoban.fhir.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * Validates resources against our profiles, offline. Built once at first use, which takes seconds and some 200 MB of
 * heap: {@link #warmUp} does it in the background.
 */
public final class ProfileValidator {
    private static final Map<String, String> PROFILE_OF = Map.ofEntries(
            Map.entry("Patient", "yb-patient"),
            Map.entry("Coverage", "yb-coverage"),
            Map.entry("CoverageEligibilityRequest", "yb-eligibility-request"),
            Map.entry("CoverageEligibilityResponse", "yb-eligibility-response"),
            Map.entry("Encounter", "yb-encounter"),
            Map.entry("Claim", "yb-claim"),
            Map.entry("ClaimResponse", "yb-claim-response"),
            Map.entry("ExplanationOfBenefit", "yb-explanation-of-benefit"),
            Map.entry("Consent", "yb-consent"),
            Map.entry("PaymentNotice", "yb-payment-notice"),
            Map.entry("PaymentReconciliation", "yb-payment-reconciliation"),
            Map.entry("Task", "yb-reversal-task"),
            Map.entry("DetectedIssue", "yb-detected-issue"));

    private ProfileValidator() {}

    private static final class Holder {
        static final FhirValidator SHARED = build();
    }

    /** Starts building the validator in a daemon thread, so that the first validation does not wait for it. */
    public static Thread warmUp() {
        Thread thread = new Thread(() -> Holder.SHARED.hashCode(), "fhir-validator-warm-up");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Canonical address of our profile for a resource type, where there is one. */
    public static Optional<String> profileOf(String resourceType) {
        return Optional.ofNullable(PROFILE_OF.get(resourceType)).map(Canonical::structure);
    }

    /**
     * What is wrong with a resource by R4 and by our profile of its type.
     *
     * @return one text for each error, with its place; empty when the resource conforms
     */
    public static List<String> validate(IBaseResource resource) {
        return validate(FhirJson.encode(resource), resource.fhirType());
    }

    /** As {@link #validate(IBaseResource)}, on the bytes as sent: nothing is lost by parsing. */
    public static List<String> validate(byte[] json, String resourceType) {
        ValidationOptions options = new ValidationOptions();
        profileOf(resourceType).ifPresent(options::addProfile);
        return problems(json, options);
    }

    private static List<String> problems(byte[] json, ValidationOptions options) {
        return Holder.SHARED
                .validateWithResult(new String(json, StandardCharsets.UTF_8), options)
                .getMessages()
                .stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(ProfileValidator::text)
                .toList();
    }

    /** What is wrong with a resource by R4 and by the profiles that it names itself ({@code meta.profile}). */
    public static List<String> validateAsItSays(IBaseResource resource) {
        return problems(FhirJson.encode(resource), new ValidationOptions());
    }

    private static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator build() {
        FhirContext context = FhirJson.context();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
        ProfileLibrary.all().forEach(ours::addResource);
        FhirInstanceValidator instance = new FhirInstanceValidator(new ValidationSupportChain(
                ours,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context)));
        instance.setAnyExtensionsAllowed(false);
        instance.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return context.newValidator().registerValidatorModule(instance);
    }
}
