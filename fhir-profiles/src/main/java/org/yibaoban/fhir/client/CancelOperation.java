package org.yibaoban.fhir.client;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.client.PayerHttp.NoAnswer;
import org.yibaoban.fhir.client.PayerHttp.NotSent;
import org.yibaoban.fhir.mapping.ReversalAnswers;
import org.yibaoban.fhir.mapping.ReversalAnswers.Reading;
import org.yibaoban.fhir.mapping.ReversalMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalAnswer.Outcome;
import org.yibaoban.office.payer.ReversalSubmission;

/** Claim/$cancel; the payer answers with the claim's ClaimResponse, cancelled when it is done. */
record CancelOperation(ReversalMapping mapping) implements ReversalWay {

    @Override
    public Resource request(ReversalSubmission submission) {
        return mapping.toParameters(submission);
    }

    @Override
    public Answer send(PayerHttp http, PreparedReversal reversal) throws NotSent, NoAnswer {
        return http.post("Claim/$cancel", reversal.content());
    }

    @Override
    public Reading read(IBaseResource answer, PreparedReversal reversal) {
        return ReversalAnswers.readOriginal(ReversalWay.cast(answer, ClaimResponse.class), reversal.claimIdentifier());
    }

    @Override
    public String statusPath(PreparedReversal reversal) {
        return answerOf(reversal.claimIdentifier());
    }

    @Override
    public Optional<Reading> readStatus(IBaseResource found, PreparedReversal reversal) {
        return cancelled(found, reversal);
    }

    static String answerOf(String claimIdentifier) {
        return "ClaimResponse?request.identifier=" + ReversalWay.token(Canonical.CLAIM, claimIdentifier);
    }

    /** A claim still in force does not tell whether the reversal arrived. */
    static Optional<Reading> cancelled(IBaseResource found, PreparedReversal reversal) {
        return Optional.of(ReversalAnswers.readOriginal(
                        ReversalWay.cast(found, ClaimResponse.class), reversal.claimIdentifier()))
                .filter(reading -> reading.outcome() == Outcome.DONE);
    }
}
