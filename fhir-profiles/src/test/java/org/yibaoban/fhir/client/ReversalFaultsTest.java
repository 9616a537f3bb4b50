package org.yibaoban.fhir.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Subject;
import org.yibaoban.fhir.mapping.Stays;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.payer.PayerSilent;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.office.payer.ReversalAnswer.Outcome;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.visit.VisitType;

/** What the client makes of a payer that fails, lies, waits or falls silent while a claim is taken back. */
class ReversalFaultsTest {
    @RegisterExtension
    static final WireMockExtension PAYER = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static FhirPayerGateway gateway(ReversalMethod method, String base) {
        return new FhirPayerGateway(
                new PayerConnection(URI.create(base), Duration.ofMillis(600), Duration.ofMillis(700), Stays.PARTIES),
                method,
                Clock.systemUTC());
    }

    private static FhirPayerGateway gateway(ReversalMethod method) {
        return gateway(method, PAYER.baseUrl() + "/fhir");
    }

    private static PreparedReversal reversal(ReversalMethod method) {
        FhirPayerGateway gateway = gateway(method);
        return gateway.prepareReversal(new ReversalSubmission(
                "R-1",
                gateway.prepare(Stays.employeeStay()),
                Optional.of("S-1"),
                "取消出院",
                LocalDateTime.of(2026, 11, 20, 11, 0)));
    }

    private static void answers(ResponseDefinitionBuilder response) {
        PAYER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, Resource body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/fhir+json")
                .withBody(FhirJson.encode(body));
    }

    private static OperationOutcome refusal() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.BUSINESSRULE)
                .setDiagnostics("cleared already");
        return outcome;
    }

    /** What each way answers when the payer only took it up. */
    private static Resource takenUp(ReversalMethod method) {
        PreparedReversal reversal = reversal(method);
        return switch (method) {
            case TASK_CANCEL -> FhirJson.parse(Task.class, reversal.content()).setStatus(Task.TaskStatus.INPROGRESS);
            case STATUS_CANCELLED ->
                FhirJson.parse(Claim.class, reversal.content()).setStatus(Claim.ClaimStatus.ACTIVE);
            case CANCEL_OPERATION -> response(reversal.claimIdentifier());
            case REPLACING_CLAIM -> queued(reversal.identifier());
        };
    }

    private static ClaimResponse response(String identifier) {
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

    private static ClaimResponse queued(String identifier) {
        ClaimResponse response = response(identifier);
        response.getAdjudication().clear();
        return response.setOutcome(ClaimResponse.RemittanceOutcome.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void aPayerThatOnlyTookItUpIsAskedAgainLater(ReversalMethod method) {
        answers(json(200, takenUp(method)));

        assertThat(gateway(method).reverse(reversal(method)).outcome()).isEqualTo(Outcome.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void anOperationOutcomeIsARefusalInThePayersWords(ReversalMethod method) {
        answers(json(422, refusal()));

        ReversalAnswer answer = gateway(method).reverse(reversal(method));

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.reasons()).singleElement().asString().contains("cleared already");
        assertThat(answer.response()).isEqualTo(FhirJson.encode(refusal()));
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void aServerFaultOrABrokenConnectionLeavesItUnknown(ReversalMethod method) {
        answers(json(503, refusal()));
        assertThatThrownBy(() -> gateway(method).reverse(reversal(method))).isInstanceOf(PayerSilent.class);

        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> gateway(method).reverse(reversal(method))).isInstanceOf(PayerSilent.class);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void noListenerOrAFullOneMeansNothingWasTakenUp(ReversalMethod method) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        FhirPayerGateway nobody = gateway(method, "http://127.0.0.1:" + port + "/fhir");
        assertThatThrownBy(() -> nobody.reverse(reversal(method))).isInstanceOf(PayerUnreachable.class);
        assertThatThrownBy(() -> nobody.reversalStatus(reversal(method))).isInstanceOf(PayerUnreachable.class);

        answers(aResponse().withStatus(429));
        assertThatThrownBy(() -> gateway(method).reverse(reversal(method))).isInstanceOf(PayerUnreachable.class);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void aPageFromAProxyIsNoAnswer(ReversalMethod method) {
        answers(aResponse().withStatus(200).withBody("<html>ok</html>"));

        assertThatThrownBy(() -> gateway(method).reverse(reversal(method))).isInstanceOf(PayerUnreadable.class);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void anAnswerAboutAnotherClaimIsNoAnswer(ReversalMethod method) {
        String text = new String(FhirJson.encode(takenUp(method)), StandardCharsets.UTF_8);
        PreparedReversal reversal = reversal(method);
        String other = text.replace(reversal.claimIdentifier(), "C-ELSE").replace("\"R-1\"", "\"R-ELSE\"");
        answers(aResponse().withStatus(200).withBody(other.getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> gateway(method).reverse(reversal)).isInstanceOf(PayerUnreadable.class);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void aRefusedQuestionSaysNothingAboutTheReversal(ReversalMethod method) {
        answers(json(422, refusal()));

        assertThatThrownBy(() -> gateway(method).reversalStatus(reversal(method)))
                .isInstanceOf(PayerUnreadable.class);
    }

    @ParameterizedTest
    @EnumSource(ReversalMethod.class)
    void anEmptySearchMeansThatThePayerDoesNotKnowIt(ReversalMethod method) {
        answers(json(200, new Bundle().setType(Bundle.BundleType.SEARCHSET)));

        assertThat(gateway(method).reversalStatus(reversal(method))).isEmpty();
    }

    @Test
    void aClaimStillInForceDoesNotTellWhetherTheReversalArrived() {
        PreparedReversal reversal = reversal(ReversalMethod.CANCEL_OPERATION);
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.addEntry().setResource(response(reversal.claimIdentifier()));
        answers(json(200, bundle));

        assertThat(gateway(ReversalMethod.CANCEL_OPERATION).reversalStatus(reversal))
                .isEmpty();
    }

    @Test
    void aReversalOnItsWayKeepsItsMethodWhenTheSettingChanges() {
        PreparedReversal reversal = reversal(ReversalMethod.TASK_CANCEL);
        answers(json(201, takenUp(ReversalMethod.TASK_CANCEL)));

        gateway(ReversalMethod.REPLACING_CLAIM).reverse(reversal);

        PAYER.verify(postRequestedFor(urlPathEqualTo("/fhir/Task"))
                .withHeader(
                        "If-None-Exist",
                        equalTo("identifier=http%3A%2F%2Fyibaoban.org%2Ffhir%2Fsid%2Freversal%7CR-1")));
        assertThat(PAYER.getAllServeEvents().get(0).getRequest().getBody()).isEqualTo(reversal.content());
    }
}
