package org.yibaoban.fhir.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Subject;
import org.yibaoban.fhir.mapping.Stays;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerSilent;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.visit.VisitType;

/** What the client makes of a payer that fails, lies or falls silent. */
class PayerFaultsTest {
    @RegisterExtension
    static final WireMockExtension PAYER = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T03:00:00Z"), Stays.PARTIES.zone());
    private final FhirPayerGateway gateway = gateway(PAYER.baseUrl() + "/fhir");
    private final PreparedClaim claim = gateway.prepare(Stays.employeeStay());

    private static FhirPayerGateway gateway(String base) {
        return new FhirPayerGateway(
                new PayerConnection(URI.create(base), Duration.ofMillis(600), Duration.ofMillis(700), Stays.PARTIES),
                ReversalMethod.TASK_CANCEL,
                CLOCK);
    }

    private static void answers(ResponseDefinitionBuilder response) {
        PAYER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, byte[] body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/fhir+json")
                .withBody(body);
    }

    private static byte[] outcome(String diagnostics) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.INVALID)
                .setDiagnostics(diagnostics);
        return FhirJson.encode(outcome);
    }

    private static ClaimResponse settled(String identifier) {
        return new ClaimResponseMapping(Stays.PARTIES)
                .settled(
                        new Subject(
                                identifier,
                                "S-1",
                                "990000001234",
                                VisitType.INPATIENT,
                                Optional.empty(),
                                LocalDateTime.of(2026, 11, 20, 11, 1)),
                        Stays.employeeStay().estimate(),
                        Optional.empty());
    }

    @Test
    void aRefusedQuestionSaysNothingAboutTheClaim() {
        byte[] refusal = outcome("not now");
        answers(json(422, refusal));

        assertThatThrownBy(() -> gateway.status("C-1"))
                .isInstanceOfSatisfying(
                        PayerUnreadable.class, e -> assertThat(e.answer()).isEqualTo(refusal));
    }

    @Test
    void noListenerMeansNothingWasSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        FhirPayerGateway nobody = gateway("http://127.0.0.1:" + port + "/fhir");

        assertThatThrownBy(() -> nobody.submit(claim)).isInstanceOf(PayerUnreachable.class);
        assertThatThrownBy(() -> nobody.verify(Stays.query())).isInstanceOf(PayerUnreachable.class);
        assertThatThrownBy(() -> nobody.status("C-1")).isInstanceOf(PayerUnreachable.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionAfterSendingLeavesAClaimUnknown(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThatThrownBy(() -> gateway.submit(claim)).isInstanceOf(PayerSilent.class);
        assertThatThrownBy(() -> gateway.status("C-1")).isInstanceOf(PayerUnreachable.class);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeLeavesAClaimUnknown() {
        answers(json(200, FhirJson.encode(settled(claim.identifier()))).withFixedDelay(1500));

        assertThatThrownBy(() -> gateway.submit(claim)).isInstanceOf(PayerSilent.class);
        assertThatThrownBy(() -> gateway.verify(Stays.query())).isInstanceOf(PayerUnreachable.class);
    }

    @Test
    void anAnswerThatBeginsInTimeButNeverEndsLeavesAClaimUnknown() {
        answers(json(200, FhirJson.encode(settled(claim.identifier()))).withChunkedDribbleDelay(4, 3000));

        assertThatThrownBy(() -> gateway.submit(claim)).isInstanceOf(PayerSilent.class);
    }

    @Test
    void whatTheParserStumbledOverIsNotInTheMessage() {
        answers(json(
                200,
                "{\"resourceType\":\"CoverageEligibilityResponse\",\"servicedDate\":\"secret\"}"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> gateway.verify(Stays.query()))
                .isInstanceOf(PayerUnreadable.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServerFaultLeavesAClaimUnknownWhateverItSays(int status) {
        answers(json(status, outcome("incident I20261120-ABCDEF")));

        assertThatThrownBy(() -> gateway.submit(claim))
                .isInstanceOf(PayerSilent.class)
                .hasMessageContaining("incident I20261120-ABCDEF");
        assertThatThrownBy(() -> gateway.verify(Stays.query())).isInstanceOf(PayerUnreachable.class);
    }

    @Test
    void tooManyRequestsMeansNotTakenUp() {
        answers(aResponse().withStatus(429));

        assertThatThrownBy(() -> gateway.submit(claim)).isInstanceOf(PayerUnreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 409, 422})
    void anOperationOutcomeIsARefusalInThePayersWords(int status) {
        byte[] body = outcome("the total differs");
        answers(json(status, body));

        PayerRefused refused = catchThrowableOfType(PayerRefused.class, () -> gateway.submit(claim));

        assertThat(refused).hasMessageContaining("the total differs");
        assertThat(refused.answer()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>404</html>", "", "{\"resourceType\":\"ClaimResponse\",", "{\"resourceType\":\"Patient\"}"
            })
    void anythingElseIsUnreadableAndKept(String body) {
        answers(json(200, body.getBytes(StandardCharsets.UTF_8)));

        PayerUnreadable unreadable = catchThrowableOfType(PayerUnreadable.class, () -> gateway.submit(claim));

        assertThat(unreadable.answer()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPageFromAProxyIsNoRefusal() {
        answers(aResponse().withStatus(404).withBody("<html>not found</html>"));

        assertThatThrownBy(() -> gateway.submit(claim))
                .isInstanceOf(PayerUnreadable.class)
                .hasMessageContaining("404");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answers(aResponse().withStatus(307).withHeader("Location", PAYER.baseUrl() + "/elsewhere"));

        assertThatThrownBy(() -> gateway.submit(claim)).isInstanceOf(PayerUnreadable.class);
        PAYER.verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void anAnswerThatLacksALayerIsUnreadable() {
        ClaimResponse response = settled(claim.identifier());
        response.getAdjudication().remove(6);
        answers(json(200, FhirJson.encode(response)));

        assertThatThrownBy(() -> gateway.submit(claim))
                .isInstanceOf(PayerUnreadable.class)
                .hasMessageContaining("basic_fund is missing");
    }

    @Test
    void anAnswerToAnotherClaimIsUnreadable() {
        answers(json(200, FhirJson.encode(settled("C-SOMEONE-ELSE"))));

        assertThatThrownBy(() -> gateway.submit(claim))
                .isInstanceOf(PayerUnreadable.class)
                .hasMessageContaining("C-SOMEONE-ELSE");
    }

    @Test
    void theClaimLeavesByteForByteAndTheAnswerIsKeptAsItCame() {
        byte[] body = FhirJson.context()
                .newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(settled(claim.identifier()))
                .getBytes(StandardCharsets.UTF_8);
        answers(json(200, body));

        assertThat(gateway.submit(claim).response()).isEqualTo(body);

        PAYER.verify(postRequestedFor(urlPathEqualTo("/fhir/Claim/$submit"))
                .withHeader("Content-Type", equalTo("application/fhir+json; charset=UTF-8")));
        assertThat(PAYER.getAllServeEvents().get(0).getRequest().getBody()).isEqualTo(claim.content());
    }

    @Test
    void theStatusIsAskedByTheClaimsIdentifier() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.addEntry().setResource(settled("C 1|?"));
        answers(json(200, FhirJson.encode(bundle)));

        assertThat(gateway.status("C 1|?")).isPresent();

        PAYER.verify(getRequestedFor(urlPathEqualTo("/fhir/ClaimResponse"))
                .withQueryParam("request.identifier", equalTo("http://yibaoban.org/fhir/sid/claim|C 1|?")));
    }

    @Test
    void twoAnswersToOneClaimAreUnreadable() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.addEntry().setResource(settled("C-1"));
        bundle.addEntry().setResource(settled("C-1"));
        answers(json(200, FhirJson.encode(bundle)));

        assertThatThrownBy(() -> gateway.status("C-1")).isInstanceOf(PayerUnreadable.class);
    }
}
