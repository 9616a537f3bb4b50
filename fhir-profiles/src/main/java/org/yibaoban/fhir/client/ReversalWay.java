package org.yibaoban.fhir.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.client.PayerHttp.NoAnswer;
import org.yibaoban.fhir.client.PayerHttp.NotSent;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.fhir.mapping.ReversalAnswers.Reading;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalSubmission;

/** One way to tell a payer that a claim is taken back: what is sent, where to, and how the answer is read. */
interface ReversalWay {

    Resource request(ReversalSubmission submission);

    Answer send(PayerHttp http, PreparedReversal reversal) throws NotSent, NoAnswer;

    /** @throws MappingFault when it is no answer to this reversal */
    Reading read(IBaseResource answer, PreparedReversal reversal);

    /** The search that tells what became of it. */
    String statusPath(PreparedReversal reversal);

    /**
     * What the one resource of that search says; empty when it does not tell.
     *
     * @throws MappingFault when it is about something else
     */
    Optional<Reading> readStatus(IBaseResource found, PreparedReversal reversal);

    static String token(String system, String value) {
        return URLEncoder.encode(system + "|" + value, StandardCharsets.UTF_8);
    }

    /** @throws MappingFault when the payer answered with another kind of resource */
    static <T extends IBaseResource> T cast(IBaseResource resource, Class<T> type) {
        if (!type.isInstance(resource)) {
            throw new MappingFault(resource.fhirType(), type.getSimpleName() + " is expected");
        }
        return type.cast(resource);
    }
}
