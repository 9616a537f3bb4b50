package org.yibaoban.fhir.client;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.client.PayerHttp.NoAnswer;
import org.yibaoban.fhir.client.PayerHttp.NotSent;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.ReversalAnswers;
import org.yibaoban.fhir.mapping.ReversalAnswers.Reading;
import org.yibaoban.fhir.mapping.ReversalMapping;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalSubmission;

/** A claim of its own, whose identifier is the reversal's; answered, and looked up, as any claim. */
record ReplacingClaim(ReversalMapping mapping, ClaimResponseMapping responses) implements ReversalWay {

    @Override
    public Resource request(ReversalSubmission submission) {
        return mapping.toReplacing(submission);
    }

    @Override
    public Answer send(PayerHttp http, PreparedReversal reversal) throws NotSent, NoAnswer {
        return http.post("Claim/$submit", reversal.content());
    }

    @Override
    public Reading read(IBaseResource answer, PreparedReversal reversal) {
        return ReversalAnswers.readReplacing(
                responses.read(ReversalWay.cast(answer, ClaimResponse.class)), reversal.identifier());
    }

    @Override
    public String statusPath(PreparedReversal reversal) {
        return CancelOperation.answerOf(reversal.identifier());
    }

    @Override
    public Optional<Reading> readStatus(IBaseResource found, PreparedReversal reversal) {
        return Optional.of(read(found, reversal));
    }
}
