package org.yibaoban.his.fhir.tell;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.yibaoban.fhir.mapping.ConsentMapping;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.notice.HisGateway;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.HisReceiver.Fhir;

/**
 * Files consent forms on a FHIR R4 server of the hospital's: a Consent with what was signed in it, put under its own
 * identifier (conditional update), so that a repetition changes nothing. For many threads.
 */
public final class FhirHisGateway implements HisGateway {

    private static final String JSON = "application/fhir+json";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Shorter than the outbox's lease, so that no notice is taken up twice while its answer is awaited. */
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** The content is wrong for the server; every other status may be another one tomorrow. */
    private static final Set<Integer> NEVER = Set.of(400, 405, 410, 413, 415, 422);

    private final ConsentMapping consents;
    private final ZoneId zone;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    public FhirHisGateway(Parties parties) {
        this.consents = new ConsentMapping(parties);
        this.zone = parties.zone();
    }

    @Override
    public byte[] write(HisReceiver receiver, HisNotice notice, String controlId) {
        if (!(notice instanceof HisNotice.ConsentMoved moved)) {
            throw new IllegalArgumentException(
                    "no resource for " + notice.getClass().getSimpleName());
        }
        Consent consent = consents.toFhir(moved.consent());
        // the last one is what was signed: the form itself, or the scan of the signed paper
        moved.documents().stream()
                .reduce((form, scan) -> scan)
                .ifPresent(document -> consent.setSource(attachment(document, moved)));
        return FhirJson.encode(consent);
    }

    private Attachment attachment(HisNotice.Document document, HisNotice.ConsentMoved moved) {
        return new Attachment()
                .setContentType(document.mediaType())
                .setLanguage("zh-CN")
                .setTitle(moved.consent().form().number())
                .setCreation(Date.from(moved.at().atZone(zone).toInstant()))
                .setSize(document.content().length)
                .setHash(sha1(document.content()))
                .setData(document.content());
    }

    /** R4 asks for SHA-1 there; it only tells a broken transfer. The SHA-256 of the form is an extension. */
    private static byte[] sha1(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    @Override
    public HisAnswer send(HisReceiver receiver, byte[] message) throws IOException {
        Fhir line = (Fhir) receiver.line();
        HttpRequest.Builder request = HttpRequest.newBuilder(address(line, message))
                .timeout(ANSWER)
                .header("Content-Type", JSON + "; charset=UTF-8")
                .header("Accept", JSON)
                .PUT(BodyPublishers.ofByteArray(message));
        line.authorization().ifPresent(word -> request.header("Authorization", word));
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new HisAnswer(outcome(answer.statusCode()), "HTTP " + answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + receiver.name(), e);
        }
    }

    private static URI address(Fhir line, byte[] message) {
        String number =
                FhirJson.parse(Consent.class, message).getIdentifierFirstRep().getValue();
        return URI.create(line.base() + "/Consent?identifier="
                + URLEncoder.encode(Canonical.CONSENT + "|" + number, StandardCharsets.UTF_8));
    }

    private static HisAnswer.Outcome outcome(int status) {
        if (status == 200 || status == 201) {
            return HisAnswer.Outcome.TAKEN;
        }
        return NEVER.contains(status) ? HisAnswer.Outcome.REFUSED : HisAnswer.Outcome.LATER;
    }
}
