package org.yibaoban.sandbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.mapping.ReceivedReversal;
import org.yibaoban.fhir.mapping.ReversalAnswers;
import org.yibaoban.fhir.mapping.ReversalReading;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.membership.YearChange;
import org.yibaoban.sandbox.ReversalTable.Moved;
import org.yibaoban.sandbox.ReversalTable.Standing;

/**
 * Takes settled claims back, in each of the four ways that payers want to be told: the member's year and account get
 * back exactly what the claim had moved, and the visit may be claimed for again. A reversal's identifier is answered
 * once: the same bytes get the stored answer again, other bytes are a conflict; a second reversal of a claim is refused.
 */
final class SandboxReversals {
    private static final Logger LOG = System.getLogger(SandboxReversals.class.getName());

    private final PayerStore store;
    private final Clock clock;

    SandboxReversals(PayerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a way answers; a refusal is given its reason, a done reversal none. */
    interface Wording extends BiFunction<Optional<Reason>, Taken, Resource> {}

    /**
     * What was found and taken back.
     *
     * @param reference the payer's number of this reversal
     * @param claimResponse the answer to the claim; empty when the claim is not known
     */
    record Taken(String reference, Optional<ClaimResponse> claimResponse) {}

    /** A Task with code cancel; the answer is the Task, completed or rejected. */
    byte[] task(byte[] request) {
        Task task = FhirJson.parse(Task.class, request);
        return reverse(
                ReversalReading.read(task),
                request,
                (refusal, taken) -> refusal.map(reason -> ReversalAnswers.rejected(task, taken.reference(), reason))
                        .orElseGet(() -> ReversalAnswers.completed(task, taken.reference())));
    }

    /** The parameters of Claim/$cancel; the answer is the claim's ClaimResponse, cancelled. */
    byte[] cancel(byte[] request) {
        ReceivedReversal reversal = ReversalReading.read(FhirJson.parse(Parameters.class, request));
        return reverse(
                reversal,
                request,
                (refusal, taken) -> refusal.<Resource>map(SandboxReversals::outcome)
                        .orElseGet(() -> cancelled(taken.claimResponse().orElseThrow())));
    }

    /** The claim with status cancelled; the answer is the claim as it came. */
    byte[] update(byte[] request) {
        Claim claim = FhirJson.parse(Claim.class, request);
        return reverse(
                ReversalReading.readCancelled(claim),
                request,
                (refusal, taken) ->
                        refusal.<Resource>map(SandboxReversals::outcome).orElse(claim));
    }

    /** Any of them, with the given wording. */
    byte[] reverse(ReceivedReversal reversal, byte[] request, Wording wording) {
        return store.inTransaction(connection -> answer(connection, reversal, request, wording));
    }

    private byte[] answer(Connection connection, ReceivedReversal reversal, byte[] request, Wording wording)
            throws SQLException {
        ClaimTable claims = new ClaimTable(connection);
        ReversalTable reversals = new ReversalTable(connection);
        claims.lock(reversal.identifier());
        Optional<ClaimTable.Answered> before = reversals.find(reversal.identifier());
        if (before.isPresent()) {
            if (!before.get().isFor(request)) {
                throw new ClaimConflict(reversal.identifier());
            }
            return before.get().response();
        }
        Optional<Standing> claim = reversals.lockClaim(reversal.claimIdentifier());
        Optional<Reason> refusal = refusal(connection, reversal, claim);
        if (refusal.isEmpty()) {
            takeBack(connection, claim.orElseThrow());
            reversals.reverse(reversal);
        }
        Taken taken = new Taken(
                claims.nextReference(),
                claim.map(standing -> FhirJson.parse(ClaimResponse.class, standing.response())));
        byte[] response = FhirJson.encode(wording.apply(refusal, taken));
        reversals.add(reversal, refusal.isEmpty(), clock.instant(), request, response);
        LOG.log(
                Level.INFO,
                "reversal {0}: {1}",
                reversal.identifier(),
                refusal.map(Reason::code).orElse("done"));
        return response;
    }

    private static Optional<Reason> refusal(Connection connection, ReceivedReversal reversal, Optional<Standing> claim)
            throws SQLException {
        Optional<Reason> standing = refusal(reversal, claim);
        return standing.isPresent()
                ? standing
                : new PartTable(connection).later(reversal.claimIdentifier()).map(Refusal.LATER_PART_SETTLED::because);
    }

    private static Optional<Reason> refusal(ReceivedReversal reversal, Optional<Standing> claim) {
        boolean settled = claim.filter(Standing::settled)
                .filter(standing -> standing.hospitalId().equals(reversal.hospitalId()))
                .isPresent();
        if (!settled) {
            return Optional.of(Refusal.CLAIM_NOT_SETTLED.because(reversal.claimIdentifier()));
        }
        Standing standing = claim.get();
        if (standing.reversedBy().isPresent()) {
            return Optional.of(
                    Refusal.CLAIM_REVERSED.because(standing.reversedBy().get()));
        }
        return standing.moved().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.REVERSAL_TOO_OLD.because(reversal.claimIdentifier()));
    }

    private static void takeBack(Connection connection, Standing claim) throws SQLException {
        MemberTable members = new MemberTable(connection);
        String member = claim.memberNumber();
        members.lock(member).orElseThrow();
        Moved moved = claim.moved().orElseThrow();
        YearChange left = YearChange.of(members.year(member, moved.year()))
                .plus(moved.used().negated());
        members.putYear(member, moved.year(), left.standing());
        members.payFromAccount(member, moved.account().negated());
        if (moved.disease().isPresent()) {
            new RegistrationTable(connection)
                    .move(member, moved.year(), moved.disease().get().negated());
        }
    }

    /** What became of a reversal that came as a Task. */
    Optional<byte[]> status(String identifier) {
        return store.inTransaction(
                connection -> new ReversalTable(connection).find(identifier).map(ClaimTable.Answered::response));
    }

    static ClaimResponse cancelled(ClaimResponse response) {
        response.setStatus(ClaimResponse.ClaimResponseStatus.CANCELLED);
        return response;
    }

    private static OperationOutcome outcome(Reason reason) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue();
        issue.setSeverity(OperationOutcome.IssueSeverity.ERROR).setCode(OperationOutcome.IssueType.BUSINESSRULE);
        issue.getDetails()
                .setText(reason.text())
                .addCoding()
                .setSystem(Canonical.PAYER_ERROR)
                .setCode(reason.code());
        issue.setDiagnostics(reason.code());
        return outcome;
    }
}
