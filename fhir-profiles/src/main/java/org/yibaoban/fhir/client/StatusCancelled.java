package org.yibaoban.fhir.client;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.client.PayerHttp.NoAnswer;
import org.yibaoban.fhir.client.PayerHttp.NotSent;
import org.yibaoban.fhir.mapping.ReversalAnswers;
import org.yibaoban.fhir.mapping.ReversalAnswers.Reading;
import org.yibaoban.fhir.mapping.ReversalMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalSubmission;

/** A conditional update of the claim to status cancelled; the payer answers with the claim as it stands. */
record StatusCancelled(ReversalMapping mapping) implements ReversalWay {

    @Override
    public Resource request(ReversalSubmission submission) {
        return mapping.toCancelled(submission);
    }

    @Override
    public Answer send(PayerHttp http, PreparedReversal reversal) throws NotSent, NoAnswer {
        return http.put(
                "Claim?identifier=" + ReversalWay.token(Canonical.CLAIM, reversal.claimIdentifier()),
                reversal.content());
    }

    @Override
    public Reading read(IBaseResource answer, PreparedReversal reversal) {
        return ReversalAnswers.readCancelled(ReversalWay.cast(answer, Claim.class), reversal.claimIdentifier());
    }

    @Override
    public String statusPath(PreparedReversal reversal) {
        return CancelOperation.answerOf(reversal.claimIdentifier());
    }

    @Override
    public Optional<Reading> readStatus(IBaseResource found, PreparedReversal reversal) {
        return CancelOperation.cancelled(found, reversal);
    }
}
