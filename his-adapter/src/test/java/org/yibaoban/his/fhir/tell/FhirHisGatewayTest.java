package org.yibaoban.his.fhir.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.his.hl7v2.SignedConsents;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.notice.HisGateway.HisAnswer;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.NoticeKind;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

class FhirHisGatewayTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 22, 10, 30);
    private static final HisNotice.Subject SUBJECT = new HisNotice.Subject(
            new VisitNumber("ZY0001"),
            VisitType.INPATIENT,
            new PatientDetails(new PatientNumber("P0001"), Optional.empty(), "路仁", Sex.FEMALE, Optional.empty()));

    private final FhirHisGateway gateway =
            new FhirHisGateway(new Parties("H99000000001", "990000", ZoneId.of("Asia/Shanghai")));

    @Test
    void aSignedFormBecomesAValidConsentWithThePdfInIt() {
        byte[] written = gateway.write(receiver("http://localhost:1/r4"), SignedConsents.signed(SUBJECT, AT), "N1");

        Consent consent = FhirJson.parse(Consent.class, written);
        assertThat(ProfileValidator.validate(consent)).isEmpty();
        assertThat(consent.getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
        Attachment attachment = consent.getSourceAttachment();
        assertThat(attachment.getData()).isEqualTo(SignedConsents.PDF);
        assertThat(attachment.getContentType()).isEqualTo("application/pdf");
        Consent withdrawn = FhirJson.parse(
                Consent.class,
                gateway.write(receiver("http://localhost:1/r4"), SignedConsents.withdrawn(SUBJECT, AT), "N2"));
        assertThat(withdrawn.getStatus()).isEqualTo(Consent.ConsentState.INACTIVE);
        assertThat(withdrawn.hasSource()).isFalse();
    }

    @Test
    void itIsPutUnderItsOwnIdentifierWithTheConfiguredCredentials() throws IOException {
        AtomicReference<String> seen = new AtomicReference<>();
        HttpServer server = server(201, seen);
        try {
            HisReceiver receiver = receiver(address(server));
            byte[] message = gateway.write(receiver, SignedConsents.signed(SUBJECT, AT), "N1");

            HisAnswer answer = gateway.send(receiver, message);

            assertThat(answer.outcome()).isEqualTo(HisAnswer.Outcome.TAKEN);
            assertThat(seen.get())
                    .isEqualTo("PUT /r4/Consent?identifier=http://yibaoban.org/fhir/sid/consent|ZY0001-ZQ1"
                            + " Bearer made-up " + message.length);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"200, TAKEN", "422, REFUSED", "400, REFUSED", "401, LATER", "404, LATER", "412, LATER", "503, LATER"})
    void onlyAContentThatIsWrongIsGivenUp(int status, HisAnswer.Outcome outcome) throws IOException {
        HttpServer server = server(status, new AtomicReference<>());
        try {
            HisReceiver receiver = receiver(address(server));

            assertThat(gateway.send(receiver, gateway.write(receiver, SignedConsents.signed(SUBJECT, AT), "N1"))
                            .outcome())
                    .isEqualTo(outcome);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        HisReceiver receiver = receiver("http://localhost:" + free + "/r4");
        byte[] message = gateway.write(receiver, SignedConsents.signed(SUBJECT, AT), "N1");

        assertThatThrownBy(() -> gateway.send(receiver, message)).isInstanceOf(IOException.class);
    }

    private static HisReceiver receiver(String base) {
        return new HisReceiver(
                "EMR",
                new HisReceiver.Fhir(URI.create(base), Optional.of("Bearer made-up")),
                Set.of(NoticeKind.CONSENT));
    }

    private static String address(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort() + "/r4";
    }

    /** Answers every request so, and notes what came last. */
    private static HttpServer server(int status, AtomicReference<String> seen) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            seen.set(exchange.getRequestMethod() + " "
                    + URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8) + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body.length);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
