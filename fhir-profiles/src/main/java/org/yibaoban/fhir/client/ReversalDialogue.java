package org.yibaoban.fhir.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.mapping.ReversalAnswers.Reading;
import org.yibaoban.fhir.mapping.ReversalMapping;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.office.payer.ReversalSubmission;

/**
 * Tells a payer that a claim is taken back. A prepared reversal carries its method, so that one that is on its way is
 * sent unchanged even when the setting changes.
 */
final class ReversalDialogue {
    private final PayerHttp http;
    private final ReversalMethod method;
    private final Map<ReversalMethod, ReversalWay> ways;

    ReversalDialogue(PayerHttp http, Parties parties, ReversalMethod method) {
        ReversalMapping mapping = new ReversalMapping(parties);
        this.http = http;
        this.method = method;
        this.ways = Map.of(
                ReversalMethod.TASK_CANCEL, new TaskCancel(mapping),
                ReversalMethod.CANCEL_OPERATION, new CancelOperation(mapping),
                ReversalMethod.STATUS_CANCELLED, new StatusCancelled(mapping),
                ReversalMethod.REPLACING_CLAIM, new ReplacingClaim(mapping, new ClaimResponseMapping(parties)));
    }

    PreparedReversal prepare(ReversalSubmission submission) {
        return new PreparedReversal(
                submission.identifier(),
                submission.claim().identifier(),
                method.key(),
                FhirJson.encode(ways.get(method).request(submission)));
    }

    ReversalAnswer reverse(PreparedReversal reversal) {
        ReversalWay way = way(reversal);
        Answer answer = FhirPayerGateway.command(subject(reversal), () -> way.send(http, reversal));
        try {
            FhirPayerGateway.refuseFailure(answer);
            return FhirPayerGateway.read(
                    answer,
                    () -> answer(
                            way.read(FhirPayerGateway.resource(answer), reversal), reversal.content(), answer.body()));
        } catch (PayerRefused refused) {
            return new ReversalAnswer(
                    ReversalAnswer.Outcome.REFUSED,
                    Optional.empty(),
                    List.of(refused.getMessage()),
                    reversal.content(),
                    answer.body());
        }
    }

    Optional<ReversalAnswer> status(PreparedReversal reversal) {
        ReversalWay way = way(reversal);
        try {
            Answer answer =
                    FhirPayerGateway.ask("status of " + subject(reversal), () -> http.get(way.statusPath(reversal)));
            return FhirPayerGateway.read(answer, () -> {
                List<Bundle.BundleEntryComponent> entries = ReversalWay.cast(
                                FhirPayerGateway.resource(answer), Bundle.class)
                        .getEntry();
                if (entries.size() > 1) {
                    throw new MappingFault("Bundle.entry", "one resource or nothing is expected");
                }
                return entries.stream()
                        .findFirst()
                        .flatMap(entry -> way.readStatus(entry.getResource(), reversal))
                        .map(reading -> answer(reading, new byte[0], answer.body()));
            });
        } catch (PayerRefused refused) {
            // a refused question says nothing about the reversal
            throw new PayerUnreadable(refused.getMessage(), refused.answer());
        }
    }

    private static ReversalAnswer answer(Reading reading, byte[] request, byte[] response) {
        return new ReversalAnswer(reading.outcome(), reading.reference(), reading.reasons(), request, response);
    }

    private ReversalWay way(PreparedReversal reversal) {
        return ways.get(ReversalMethod.ofKey(reversal.method()));
    }

    private static String subject(PreparedReversal reversal) {
        return "reversal " + reversal.identifier();
    }
}
