package org.yibaoban.fhir.client;

import ca.uhn.fhir.parser.DataFormatException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.profile.FhirJson;

/** What a payer says in an OperationOutcome, as text for messages. */
final class PayerWords {
    private PayerWords() {}

    static Optional<OperationOutcome> outcome(Answer answer) {
        try {
            return FhirJson.parse(answer.body()) instanceof OperationOutcome outcome
                    ? Optional.of(outcome)
                    : Optional.empty();
        } catch (DataFormatException noFhir) {
            return Optional.empty();
        }
    }

    /** Blank, or a colon and the words. */
    static String diagnostics(Answer answer) {
        return outcome(answer).map(PayerWords::issues).orElse("");
    }

    /** Blank, or a colon and the words. */
    static String issues(OperationOutcome outcome) {
        return outcome.getIssue().stream().map(PayerWords::words).collect(Collectors.joining());
    }

    private static String words(OperationOutcomeIssueComponent issue) {
        return Stream.of(issue.getDetails().getText(), issue.getDiagnostics())
                .filter(text -> text != null && !text.isBlank())
                .map(text -> ": " + text)
                .collect(Collectors.joining());
    }

    /** The parser quotes what it stumbled over, which may be personal data; the bytes are kept anyway. */
    static String withoutValues(DataFormatException fault) {
        return String.valueOf(fault.getMessage()).replaceAll("\"[^\"]*\"", "\"…\"");
    }
}
