package org.yibaoban.fhir.client;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.client.PayerHttp.NoAnswer;
import org.yibaoban.fhir.client.PayerHttp.NotSent;
import org.yibaoban.fhir.mapping.ReversalAnswers;
import org.yibaoban.fhir.mapping.ReversalAnswers.Reading;
import org.yibaoban.fhir.mapping.ReversalMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalSubmission;

/** A Task with code cancel, created only where its identifier is new; the payer answers with the Task as it stands. */
record TaskCancel(ReversalMapping mapping) implements ReversalWay {

    @Override
    public Resource request(ReversalSubmission submission) {
        return mapping.toTask(submission);
    }

    @Override
    public Answer send(PayerHttp http, PreparedReversal reversal) throws NotSent, NoAnswer {
        return http.create("Task", reversal.content(), "identifier=" + identifier(reversal));
    }

    @Override
    public Reading read(IBaseResource answer, PreparedReversal reversal) {
        return ReversalAnswers.read(
                ReversalWay.cast(answer, Task.class), reversal.identifier(), reversal.claimIdentifier());
    }

    @Override
    public String statusPath(PreparedReversal reversal) {
        return "Task?identifier=" + identifier(reversal);
    }

    @Override
    public Optional<Reading> readStatus(IBaseResource found, PreparedReversal reversal) {
        return Optional.of(read(found, reversal));
    }

    private static String identifier(PreparedReversal reversal) {
        return ReversalWay.token(Canonical.REVERSAL, reversal.identifier());
    }
}
