package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.fhir.profile.ProfileLibrary;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ClaimAnswer.Outcome;

/** What the payer remembers, and that nothing counts twice. */
class SandboxPayerTest {
    private final FhirPayerGateway gateway = Payer.shared().gateway();

    @Test
    void aSettledClaimMovesTheYearAndTheAccount() {
        TestStay person = TestStay.of("测试辛7");

        gateway.submit(gateway.prepare(person.submission(gateway, "V-YEAR-1", "C-YEAR-1")));

        Membership after = person.membership(gateway);
        assertThat(after.yearToDate().stays()).isEqualTo(1);
        assertThat(after.yearToDate().basicFund()).isEqualTo(Money.of("11840.00"));
        assertThat(after.member().accountBalance()).isEqualTo(Money.ZERO);
    }

    @Test
    void theNextStayOfTheYearIsSettledOnWhatTheFirstOneUsed() {
        TestStay person = TestStay.of("测试壬8");
        gateway.submit(gateway.prepare(person.submission(gateway, "V-NEXT-1", "C-NEXT-1")));
        var second = person.submission(gateway, "V-NEXT-2", "C-NEXT-2");

        ClaimAnswer answer = gateway.submit(gateway.prepare(second));

        assertThat(answer.amounts()).isEqualTo(second.estimate().amounts());
        assertThat(person.membership(gateway).yearToDate().stays()).isEqualTo(2);
    }

    @Test
    void aRestartedPayerStillKnowsItsAnswersAndItsMembers() {
        TestStay person = TestStay.of("测试癸9");
        ClaimAnswer sent = gateway.submit(gateway.prepare(person.submission(gateway, "V-KILL", "C-KILL")));

        SandboxPayer restarted = Payer.shared().restarted();

        assertThat(restarted.status("C-KILL"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(sent.response()));
        assertThat(person.membership(gateway).member().accountBalance()).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameClaimFromManySendersAtOnceIsSettledOnce() throws Exception {
        TestStay person = TestStay.of("测试甲10");
        byte[] claim =
                gateway.prepare(person.submission(gateway, "V-RACE", "C-RACE")).content();

        List<byte[]> answers = atOnce(IntStream.range(0, 8)
                .<Callable<byte[]>>mapToObj(i -> () -> Payer.shared().sandbox().submit(claim))
                .toList());

        assertThat(answers).allMatch(answer -> Arrays.equals(answer, answers.get(0)));
        assertThat(person.membership(gateway).yearToDate().stays()).isEqualTo(1);
    }

    @Test
    void ofManyClaimsForOneVisitAtOnceOneIsSettled() throws Exception {
        TestStay person = TestStay.of("测试乙11");
        List<byte[]> claims = IntStream.range(0, 6)
                .mapToObj(i -> gateway.prepare(person.submission(gateway, "V-MANY", "C-MANY-" + i))
                        .content())
                .toList();

        List<byte[]> answers = atOnce(claims.stream()
                .<Callable<byte[]>>map(claim -> () -> Payer.shared().sandbox().submit(claim))
                .toList());

        assertThat(answers.stream()
                        .map(answer ->
                                FhirJson.parse(ClaimResponse.class, answer).getOutcome())
                        .filter(ClaimResponse.RemittanceOutcome.COMPLETE::equals))
                .hasSize(1);
        assertThat(person.membership(gateway).yearToDate().stays()).isEqualTo(1);
    }

    @Test
    void whatThePayerSendsConformsToTheProfiles() {
        var stay = TestStay.of("测试停").submission(gateway, "V-CONFORM", "C-CONFORM");
        byte[] claim = gateway.prepare(stay).content();

        ClaimAnswer answer = gateway.submit(gateway.prepare(stay));
        byte[] eligibility = gateway.verify(TestStay.of("测试居").query()).response();

        assertThat(answer.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(ProfileValidator.validate(claim, "Claim")).isEmpty();
        assertThat(ProfileValidator.validate(answer.response(), "ClaimResponse"))
                .isEmpty();
        assertThat(ProfileValidator.validate(eligibility, "CoverageEligibilityResponse"))
                .isEmpty();
    }

    @Test
    void refusalsAreTheOnesOfTheCodeSystem() {
        CodeSystem system = ProfileLibrary.all().stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(candidate -> candidate.getUrl().equals(Canonical.PAYER_ERROR))
                .findFirst()
                .orElseThrow();

        assertThat(system.getConcept().stream()
                        .map(concept -> concept.getCode()
                                + concept.getDisplay()
                                + concept.getDesignationFirstRep().getValue()))
                .containsExactlyElementsOf(Arrays.stream(Refusal.values())
                        .map(refusal -> refusal.code() + refusal.chinese() + refusal.english())
                        .toList());
    }

    @Test
    void theCapabilityStatementNamesTheOperations() throws IOException, InterruptedException {
        HttpResponse<String> metadata = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Payer.shared().base() + "/metadata"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.body()).contains("CapabilityStatement", "submit", "ClaimResponse");
    }

    private static List<byte[]> atOnce(List<Callable<byte[]>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<byte[]>> futures = threads.invokeAll(calls);
            return List.of(futures.stream().map(SandboxPayerTest::get).toArray(byte[][]::new));
        } finally {
            threads.shutdown();
        }
    }

    private static byte[] get(Future<byte[]> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
