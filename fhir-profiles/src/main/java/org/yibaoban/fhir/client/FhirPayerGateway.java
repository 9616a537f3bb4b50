package org.yibaoban.fhir.client;

import ca.uhn.fhir.parser.DataFormatException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.yibaoban.fhir.client.PayerHttp.Answer;
import org.yibaoban.fhir.client.PayerHttp.NoAnswer;
import org.yibaoban.fhir.client.PayerHttp.NotSent;
import org.yibaoban.fhir.mapping.ClaimMapping;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.ClearingMapping;
import org.yibaoban.fhir.mapping.EligibilityMapping;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.fhir.mapping.StatementMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.office.payer.EligibilityAnswer;
import org.yibaoban.office.payer.EligibilityQuery;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerRefused;
import org.yibaoban.office.payer.PayerSilent;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PayerUnreadable;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReadAdvice;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.office.payer.Statement;
import org.yibaoban.office.payer.StatementQuery;

/**
 * A payer that speaks FHIR R4 over HTTP.
 *
 * <p>A server fault (5xx) on a claim counts as silence whatever its body says: the payer may have settled before it
 * failed. 408 and 429 mean that it did not take the claim up. Only an OperationOutcome is a refusal; any other answer that
 * cannot be read, such as a proxy's page, leaves the outcome unknown. Refusals and unreadable answers keep the payer's
 * bytes. Safe for use by several threads.
 */
public final class FhirPayerGateway implements PayerGateway {
    private final PayerHttp http;
    private final PayerConnection connection;
    private final Clock clock;
    private final EligibilityMapping eligibility;
    private final ClaimMapping claims;
    private final ClaimResponseMapping responses;
    private final ReversalDialogue reversals;
    private final StatementMapping statements;
    private final ClearingMapping clearings;

    /** @param reversal how this payer wants to be told that a claim is taken back */
    public FhirPayerGateway(PayerConnection connection, ReversalMethod reversal, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        this.http = new PayerHttp(connection, clock);
        this.eligibility = new EligibilityMapping(connection.parties());
        this.claims = new ClaimMapping(connection.parties());
        this.responses = new ClaimResponseMapping(connection.parties());
        this.statements = new StatementMapping(connection.parties());
        this.clearings = new ClearingMapping(connection.parties());
        this.reversals = new ReversalDialogue(http, connection.parties(), reversal);
    }

    @Override
    public String payerCode() {
        return connection.parties().payerId();
    }

    @Override
    public EligibilityAnswer verify(EligibilityQuery query) {
        LocalDateTime now =
                LocalDateTime.now(clock.withZone(connection.parties().zone()));
        byte[] request = FhirJson.encode(eligibility.toRequest(query, now));
        Answer answer = ask(
                "eligibility of visit " + query.visit(),
                () -> http.post("CoverageEligibilityRequest/$submit", request));
        EligibilityMapping.Finding finding =
                read(answer, () -> eligibility.finding(parse(answer, CoverageEligibilityResponse.class)));
        if (!finding.requestIdentifier().equals(EligibilityMapping.identifier(query))) {
            throw new PayerUnreadable(
                    "the payer answered another request: " + finding.requestIdentifier(), answer.body());
        }
        return new EligibilityAnswer(
                finding.membership(), finding.diseases(), finding.reason(), request, answer.body());
    }

    @Override
    public PreparedClaim prepare(ClaimSubmission submission) {
        return new PreparedClaim(submission.identifier(), FhirJson.encode(claims.toClaim(submission)));
    }

    @Override
    public ClaimAnswer submit(PreparedClaim claim) {
        String subject = "claim " + claim.identifier();
        Answer answer = command(subject, () -> http.post("Claim/$submit", claim.content()));
        refuseFailure(answer);
        return read(
                answer,
                () -> claimAnswer(
                        parse(answer, ClaimResponse.class), claim.identifier(), claim.content(), answer.body()));
    }

    /** Something that moves the payer's books: after silence the outcome is unknown. */
    static Answer command(String subject, Exchange exchange) {
        Answer answer;
        try {
            answer = exchange.send();
        } catch (NotSent e) {
            throw new PayerUnreachable(subject + ": no connection to the payer", e.getCause());
        } catch (NoAnswer e) {
            throw new PayerSilent(subject + ": no answer from the payer", e.getCause());
        }
        if (answer.isServerFault()) {
            throw new PayerSilent(
                    subject + ": payer answered HTTP " + answer.status() + PayerWords.diagnostics(answer), null);
        }
        if (answer.isNotTaken()) {
            throw new PayerUnreachable(subject + ": payer answered HTTP " + answer.status(), null);
        }
        return answer;
    }

    @Override
    public PreparedReversal prepareReversal(ReversalSubmission submission) {
        return reversals.prepare(submission);
    }

    @Override
    public ReversalAnswer reverse(PreparedReversal reversal) {
        return reversals.reverse(reversal);
    }

    @Override
    public Optional<ReversalAnswer> reversalStatus(PreparedReversal reversal) {
        return reversals.status(reversal);
    }

    @Override
    public Optional<ClaimAnswer> status(String claimIdentifier) {
        String token = URLEncoder.encode(Canonical.CLAIM + "|" + claimIdentifier, StandardCharsets.UTF_8);
        try {
            Answer answer = ask(
                    "status of claim " + claimIdentifier, () -> http.get("ClaimResponse?request.identifier=" + token));
            return read(answer, () -> found(answer, claimIdentifier));
        } catch (PayerRefused refused) {
            // a refused question says nothing about the claim
            throw new PayerUnreadable(refused.getMessage(), refused.answer());
        }
    }

    @Override
    public Statement statement(StatementQuery query) {
        String path = "PaymentReconciliation/$statement?hospital="
                + URLEncoder.encode(
                        Canonical.HOSPITAL + "|" + connection.parties().hospitalId(), StandardCharsets.UTF_8)
                + "&from=" + query.period().from() + "&to=" + query.period().to() + "&lines=" + query.lines();
        Answer answer = ask("statement of " + query.period().from(), () -> http.get(path));
        return read(answer, () -> statements.read(parse(answer, PaymentReconciliation.class), query, answer.body()));
    }

    @Override
    public ReadAdvice clearing(YearMonth month) {
        String path = "PaymentReconciliation/$clearing?hospital="
                + URLEncoder.encode(
                        Canonical.HOSPITAL + "|" + connection.parties().hospitalId(), StandardCharsets.UTF_8)
                + "&month=" + month;
        return advice(ask("clearing of " + month, () -> http.get(path)));
    }

    @Override
    public ReadAdvice readClearing(byte[] content) {
        return advice(new Answer(HttpURLConnection.HTTP_OK, content));
    }

    private ReadAdvice advice(Answer answer) {
        return read(
                answer,
                () -> new ReadAdvice(clearings.read(parse(answer, PaymentReconciliation.class)), answer.body()));
    }

    private Optional<ClaimAnswer> found(Answer answer, String claimIdentifier) {
        List<Bundle.BundleEntryComponent> entries = parse(answer, Bundle.class).getEntry();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        if (entries.size() > 1 || !(entries.get(0).getResource() instanceof ClaimResponse response)) {
            throw new MappingFault("Bundle.entry", "one ClaimResponse or nothing is expected");
        }
        return Optional.of(claimAnswer(response, claimIdentifier, new byte[0], answer.body()));
    }

    /** One exchange with the payer. */
    interface Exchange {
        Answer send() throws NotSent, NoAnswer;
    }

    /** A question that may be asked again at will: no answer is as good as no connection. */
    static Answer ask(String subject, Exchange exchange) {
        Answer answer;
        try {
            answer = exchange.send();
        } catch (NotSent | NoAnswer e) {
            throw new PayerUnreachable(subject + ": no answer from the payer", e.getCause());
        }
        if (answer.isServerFault() || answer.isNotTaken()) {
            throw new PayerUnreachable(
                    subject + ": payer answered HTTP " + answer.status() + PayerWords.diagnostics(answer), null);
        }
        refuseFailure(answer);
        return answer;
    }

    static void refuseFailure(Answer answer) {
        if (!answer.isSuccess()) {
            String text = "payer answered HTTP " + answer.status();
            throw PayerWords.outcome(answer)
                    .<RuntimeException>map(
                            outcome -> new PayerRefused(text + PayerWords.issues(outcome), answer.body()))
                    .orElseGet(() -> new PayerUnreadable(text, answer.body()));
        }
    }

    /** Makes an answer of the payer's bytes. */
    interface Reader<T> {
        T read();
    }

    static <T> T read(Answer answer, Reader<T> reader) {
        try {
            return reader.read();
        } catch (MappingFault e) {
            throw new PayerUnreadable("the payer's answer cannot be read: " + e.getMessage(), answer.body());
        } catch (DataFormatException e) {
            throw new PayerUnreadable("the payer's answer is no FHIR: " + PayerWords.withoutValues(e), answer.body());
        }
    }

    private static <T extends IBaseResource> T parse(Answer answer, Class<T> type) {
        IBaseResource resource = resource(answer);
        if (!type.isInstance(resource)) {
            throw new MappingFault(resource.fhirType(), type.getSimpleName() + " is expected");
        }
        return type.cast(resource);
    }

    /** @throws PayerRefused when it is an OperationOutcome, whatever the HTTP status */
    static IBaseResource resource(Answer answer) {
        IBaseResource resource = FhirJson.parse(answer.body());
        if (resource instanceof OperationOutcome outcome) {
            throw new PayerRefused("the payer refused" + PayerWords.issues(outcome), answer.body());
        }
        return resource;
    }

    private ClaimAnswer claimAnswer(ClaimResponse response, String claimIdentifier, byte[] request, byte[] bytes) {
        ClaimResponseMapping.Reading reading = responses.read(response);
        if (!reading.claimIdentifier().equals(claimIdentifier)) {
            throw new MappingFault("ClaimResponse.request", "answers another claim: " + reading.claimIdentifier());
        }
        return new ClaimAnswer(
                reading.outcome(),
                reading.reference(),
                reading.caseGroup(),
                reading.amounts(),
                reading.errors(),
                request,
                bytes);
    }
}
