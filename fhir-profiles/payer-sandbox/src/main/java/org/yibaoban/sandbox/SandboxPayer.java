package org.yibaoban.sandbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.mapping.ClaimReading;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Subject;
import org.yibaoban.fhir.mapping.EligibilityMapping;
import org.yibaoban.fhir.mapping.EligibilityMapping.Finding;
import org.yibaoban.fhir.mapping.EligibilityMapping.Question;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.mapping.ReceivedClaim;
import org.yibaoban.fhir.mapping.ReceivedReversal;
import org.yibaoban.fhir.mapping.ReversalReading;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearChange;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.sandbox.Adjudicator.Settled;
import org.yibaoban.sandbox.Adjudicator.Verdict;
import org.yibaoban.sandbox.RegistrationTable.DiseasePay;
import org.yibaoban.settlement.StayPart;

/**
 * The payer: answers on membership, settles claims, remembers both. A claim's identifier is answered once: the same
 * bytes get the stored answer again, other bytes are a conflict. Safe for several threads and several instances.
 */
final class SandboxPayer {
    private static final Logger LOG = System.getLogger(SandboxPayer.class.getName());

    private final PayerStore store;
    private final Clock clock;
    private final Parties parties;
    private final Adjudicator adjudicator;
    private final Grouper grouper;
    private final EligibilityMapping eligibility;
    private final ClaimReading reading;
    private final ClaimResponseMapping responses;
    private final SandboxReversals reversals;
    private final SandboxStatements statements;
    private final SandboxClearings clearings;

    SandboxPayer(PayerStore store, Plans plans, PaymentAgreements agreements, Parties parties, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.parties = parties;
        this.adjudicator = new Adjudicator(plans);
        this.grouper = new Grouper(agreements.ofPayer(parties.payerId()));
        this.eligibility = new EligibilityMapping(parties);
        this.reading = new ClaimReading(parties);
        this.responses = new ClaimResponseMapping(parties);
        this.reversals = new SandboxReversals(store, clock);
        this.statements = new SandboxStatements(store, parties, clock);
        this.clearings = new SandboxClearings(store, statements, parties, clock);
    }

    /** Adds the members of a file who are not in the register yet. */
    void register(Path file) {
        List<MemberFile.Entry> entries = MemberFile.read(file);
        int year = LocalDate.now(clock).getYear();
        int added = store.inTransaction(connection -> {
            MemberTable members = new MemberTable(connection);
            int count = 0;
            for (MemberFile.Entry entry : entries) {
                if (members.addIfAbsent(entry.member())) {
                    members.putYear(entry.member().memberNumber(), year, entry.year());
                    count++;
                }
            }
            return count;
        });
        LOG.log(Level.INFO, "member register: {0} in the file, {1} new", entries.size(), added);
    }

    /** Adds the registrations of a file that are not there yet. */
    void registerDiseases(Path file) {
        List<RegistrationFile.Entry> entries = RegistrationFile.read(file);
        store.inTransaction(connection -> {
            RegistrationTable registrations = new RegistrationTable(connection);
            for (RegistrationFile.Entry entry : entries) {
                registrations.addIfAbsent(entry);
            }
            return entries.size();
        });
    }

    /** CoverageEligibilityRequest to CoverageEligibilityResponse, both as JSON. */
    byte[] eligibility(byte[] request) {
        Question question = eligibility.question(FhirJson.parse(CoverageEligibilityRequest.class, request));
        Finding finding = store.inTransaction(connection -> finding(connection, question));
        return FhirJson.encode(eligibility.toResponse(question, finding, now()));
    }

    private Finding finding(Connection connection, Question question) throws SQLException {
        MemberTable members = new MemberTable(connection);
        Optional<RegisteredMember> found =
                members.byIdentity(question.identityNumber().value());
        if (found.isEmpty()) {
            return new Finding(question.identifier(), Optional.empty(), List.of(), reason(Standing.NOT_INSURED));
        }
        RegisteredMember member = found.get();
        YearToDate year =
                members.year(member.memberNumber(), question.serviceDate().getYear());
        Membership membership = new Membership(
                member.memberNumber(),
                member.insuranceType(),
                member.planId(),
                member.member(),
                year,
                now().toLocalDate());
        return new Finding(
                question.identifier(),
                Optional.of(membership),
                new RegistrationTable(connection)
                        .of(member.memberNumber(), question.serviceDate().getYear()),
                reason(member.member().standing()));
    }

    private static Optional<String> reason(Standing standing) {
        return standing == Standing.ACTIVE
                ? Optional.empty()
                : Optional.of(standing.chinese() + " / " + standing.english());
    }

    /**
     * Claim to ClaimResponse, both as JSON.
     *
     * @throws ClaimConflict when the identifier came before with other content
     */
    byte[] submit(byte[] request) {
        Claim received = FhirJson.parse(Claim.class, request);
        Optional<ReceivedReversal> replacing = ReversalReading.readReplacing(received);
        ReceivedClaim claim = reading.read(received);
        if (replacing.isPresent()) {
            return reversals.reverse(replacing.get(), request, (refusal, taken) -> replaced(claim, refusal, taken));
        }
        return store.inTransaction(connection -> answer(connection, claim, request));
    }

    /** A replaced claim settles at nothing. */
    private ClaimResponse replaced(ReceivedClaim claim, Optional<Reason> refusal, SandboxReversals.Taken taken) {
        Subject subject = subject(claim, taken.reference());
        return refusal.map(reason -> responses.refused(subject, List.of(reason)))
                .orElseGet(() -> responses.takenBack(subject));
    }

    private Subject subject(ReceivedClaim claim, String reference) {
        return new Subject(claim.identifier(), reference, claim.memberNumber(), claim.type(), claim.disease(), now());
    }

    private byte[] answer(Connection connection, ReceivedClaim claim, byte[] request) throws SQLException {
        ClaimTable claims = new ClaimTable(connection);
        claims.lock(claim.identifier());
        Optional<ClaimTable.Answered> before = claims.find(claim.identifier());
        if (before.isPresent()) {
            if (!before.get().isFor(request)) {
                throw new ClaimConflict(claim.identifier());
            }
            return before.get().response();
        }
        Verdict verdict = settle(connection, claim);
        Subject subject = subject(claim, claims.nextReference());
        byte[] response = FhirJson.encode(verdict.settled()
                .map(settled -> responses.settled(subject, settled.settlement(), group(claim)))
                .orElseGet(() -> responses.refused(subject, verdict.reasons())));
        ClaimAnswer.Outcome outcome =
                verdict.settled().isPresent() ? ClaimAnswer.Outcome.COMPLETE : ClaimAnswer.Outcome.ERROR;
        claims.add(claim, outcome, clock.instant(), request, response);
        if (verdict.settled().isPresent()) {
            move(connection, claim, verdict.settled().get());
        }
        LOG.log(Level.INFO, "claim {0}: {1}", claim.identifier(), outcome);
        return response;
    }

    /** A stay that goes on is not grouped yet. */
    private Optional<String> group(ReceivedClaim claim) {
        return claim.part().filter(StayPart::midStay).isPresent() ? Optional.empty() : grouper.group(claim);
    }

    private Verdict settle(Connection connection, ReceivedClaim claim) throws SQLException {
        MemberTable members = new MemberTable(connection);
        Optional<RegisteredMember> member = members.lock(claim.memberNumber());
        if (member.isEmpty()) {
            return Verdict.refused(List.of(Refusal.MEMBER_UNKNOWN.because(claim.memberNumber())));
        }
        Optional<String> settled = new ClaimTable(connection).settledClaim(claim);
        if (settled.isPresent()) {
            return Verdict.refused(List.of(Refusal.VISIT_CLAIMED.because(settled.get())));
        }
        PartTable.Earlier earlier = new PartTable(connection).earlier(claim);
        Optional<Reason> disorder = earlier.refusal(claim).or(() -> grouper.fixedPriceFault(claim));
        if (disorder.isPresent()) {
            return Verdict.refused(List.of(disorder.get()));
        }
        int year = claim.dischargedAt().getYear();
        YearToDate standing = members.year(claim.memberNumber(), year);
        return adjudicator.adjudicate(
                claim,
                member.get(),
                earlier.count() == 0 ? standing : standing.withStays(earlier.staysBefore()),
                new RegistrationTable(connection).of(claim.memberNumber(), year),
                Optional.of(earlier.deductible()).filter(paid -> earlier.count() > 0));
    }

    /** The member's year and account, and with the claim by how much, so that a reversal can take it back. */
    private static void move(Connection connection, ReceivedClaim claim, Settled settled) throws SQLException {
        Settlement settlement = settled.settlement();
        MemberTable members = new MemberTable(connection);
        int year = claim.dischargedAt().getYear();
        YearToDate before = members.year(claim.memberNumber(), year);
        YearToDate after = settlement.addedTo(before, settled.terms().pool());
        Money account = settlement.amount(SettlementField.ACCOUNT);
        members.putYear(claim.memberNumber(), year, after);
        members.payFromAccount(claim.memberNumber(), account);
        Optional<DiseasePay> disease = settled.terms()
                .disease()
                .filter(terms -> settlement.standing() == Standing.ACTIVE)
                .map(terms -> new DiseasePay(terms.code(), settlement.amount(SettlementField.BASIC_FUND)));
        if (disease.isPresent()) {
            new RegistrationTable(connection).move(claim.memberNumber(), year, disease.get());
        }
        new ReversalTable(connection)
                .keep(
                        claim.identifier(),
                        new ReversalTable.Moved(year, YearChange.between(before, after), account, disease));
        if (claim.part().isPresent()) {
            new PartTable(connection).keep(claim, before.stays(), settlement.amount(SettlementField.DEDUCTIBLE));
        }
    }

    /** The stored answer to a claim, cancelled when the claim is reversed; empty when the claim never came. */
    Optional<byte[]> status(String claimIdentifier) {
        return store.inTransaction(connection -> {
            ReversalTable reversed = new ReversalTable(connection);
            Optional<byte[]> answer =
                    new ClaimTable(connection).find(claimIdentifier).map(ClaimTable.Answered::response);
            if (answer.isEmpty()) {
                // a replacing claim is a reversal
                return reversed.find(claimIdentifier).map(ClaimTable.Answered::response);
            }
            return reversed.isReversed(claimIdentifier)
                    ? answer.map(bytes ->
                            FhirJson.encode(SandboxReversals.cancelled(FhirJson.parse(ClaimResponse.class, bytes))))
                    : answer;
        });
    }

    SandboxReversals reversals() {
        return reversals;
    }

    SandboxClearings clearings() {
        return clearings;
    }

    SandboxStatements statements() {
        return statements;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(parties.zone()));
    }
}
