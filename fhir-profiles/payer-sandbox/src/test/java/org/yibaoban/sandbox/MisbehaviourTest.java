package org.yibaoban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.fhir.client.PayerConnection;
import org.yibaoban.fhir.client.ReversalMethod;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ClaimAnswer.Outcome;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerSilent;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedClaim;

/** The payer goes wrong as it is told, and what the gateway makes of each way; the truth is found by asking again. */
class MisbehaviourTest {
    private static final String MEMBER = "测试错";

    private final FhirPayerGateway gateway = new FhirPayerGateway(
            new PayerConnection(Payer.shared().base(), Duration.ofMillis(500), Duration.ofSeconds(2), Payer.PARTIES),
            ReversalMethod.TASK_CANCEL,
            Payer.CLOCK);
    private PreparedClaim claim;

    @AfterEach
    void behave() throws Exception {
        tell("");
    }

    @Test
    void aPayerThatKeepsSilentAfterItsWorkHasSettled() throws Exception {
        thrownBy(Fault.SILENT).isInstanceOf(PayerSilent.class);
        settledThere();
    }

    @Test
    void aPayerThatBreaksAfterItsWorkHasSettled() throws Exception {
        thrownBy(Fault.BROKEN_AFTER).isInstanceOf(PayerSilent.class);
        settledThere();
    }

    @Test
    void aPayerThatBreaksBeforeItsWorkHasNothing() throws Exception {
        thrownBy(Fault.BROKEN).isInstanceOf(PayerSilent.class);
        assertThat(gateway.status(claim.identifier())).isEmpty();
    }

    @Test
    void aBusyPayerHasNotTakenItUp() throws Exception {
        thrownBy(Fault.BUSY).isInstanceOf(PayerUnreachable.class);
        assertThat(gateway.status(claim.identifier())).isEmpty();
    }

    @Test
    void aRefusalIsReadAsOne() throws Exception {
        thrownBy(Fault.REFUSED).isInstanceOf(PayerRefused.class).hasMessageContaining("refused on demand");
    }

    @Test
    void anAnswerThatIsNoFhirLeavesTheOutcomeUnknown() throws Exception {
        thrownBy(Fault.INVALID_FHIR).isInstanceOf(PayerUnreadable.class);
        settledThere();
    }

    @Test
    void anAnswerToAnotherClaimIsNotTakenForThisOne() throws Exception {
        prepare("EARLIER");
        gateway.submit(claim);
        thrownBy(Fault.OUT_OF_ORDER).isInstanceOf(PayerUnreadable.class).hasMessageContaining("another claim");
        settledThere();
    }

    @Test
    void aRequestThatArrivesTwiceIsSettledOnce() throws Exception {
        assertThat(submitted(Fault.DUPLICATE).outcome()).isEqualTo(Outcome.COMPLETE);
        settledThere();
    }

    @Test
    void aSlowPayerIsWaitedFor() throws Exception {
        assertThat(submitted(Fault.SLOW).outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void aPendedClaimIsToldWhenAskedAgain() throws Exception {
        assertThat(submitted(Fault.PENDED).outcome()).isEqualTo(Outcome.QUEUED);
        settledThere();
    }

    @Test
    void wrongAmountsAddUpAndDiffer() throws Exception {
        ClaimAnswer wrong = submitted(Fault.WRONG_AMOUNTS);

        assertThat(wrong.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(wrong.amounts())
                .isNotEqualTo(gateway.status(claim.identifier()).orElseThrow().amounts());
    }

    @Test
    void theSameSeedGoesWrongTheSameWay() {
        String settings = "seed=7\nslow=100\nsilent=200\nbusy=300\n";

        assertThat(drawn(settings)).isEqualTo(drawn(settings)).contains(Optional.of(Fault.BUSY), Optional.empty());
        assertThat(drawn("")).containsOnly(Optional.empty());
    }

    @Test
    void onlyWhatIsNamedGoesWrong() {
        Misbehaviour mood = Misbehaviour.read("only=R77 Claim\nnext=busy,slow\n");

        assertThat(mood.fault("R78".getBytes(), "Claim/$submit")).isEmpty();
        assertThat(mood.fault("R77".getBytes(), "Task")).isEmpty();
        assertThat(mood.fault("R77".getBytes(), "Claim/$submit")).contains(Fault.BUSY);
        assertThat(mood.fault(new byte[0], "ClaimResponse?x=R77")).contains(Fault.SLOW);
        assertThat(mood.fault("R77".getBytes(), "Claim/$submit")).isEmpty();
    }

    @Test
    void whatItIsToldIsCheckedAndKept() throws Exception {
        assertThat(tell("lazy=5").statusCode()).isEqualTo(400);
        assertThat(tell("slow=600\nbusy=600").statusCode()).isEqualTo(400);
        assertThat(tell("seed=3\nslow=5").statusCode()).isEqualTo(200);
        assertThat(Payer.shared().mood(true).now().text()).isEqualTo("seed=3\nslow=5");
        assertThat(Payer.shared().mood(false).now().text()).isEmpty();
    }

    private static List<Optional<Fault>> drawn(String settings) {
        Misbehaviour mood = Misbehaviour.read(settings);
        return new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> mood.fault(new byte[0], "x"))
                .toList());
    }

    private void settledThere() {
        assertThat(gateway.status(claim.identifier()).orElseThrow().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    private ClaimAnswer submitted(Fault fault) throws Exception {
        arrange(fault);
        return gateway.submit(claim);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> thrownBy(Fault fault) throws Exception {
        arrange(fault);
        ThrowingCallable call = () -> gateway.submit(claim);
        return assertThatThrownBy(call);
    }

    private void arrange(Fault fault) throws Exception {
        prepare(fault.key());
        tell("only=" + claim.identifier() + "\nnext=" + fault.key() + "\nslow-millis=300\nsilence-millis=2500");
    }

    private void prepare(String name) {
        claim = gateway.prepare(TestStay.of(MEMBER).submission(gateway, "V-" + name, "C-WRONG-" + name));
    }

    private static HttpResponse<String> tell(String settings) throws IOException, InterruptedException {
        URI address = Payer.shared().base().resolve("misbehaviour");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .PUT(HttpRequest.BodyPublishers.ofString(settings))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
