package org.yibaoban.office.payer;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The office's line to a payer. An implementation translates, sends, and checks what came back; it keeps no state.
 *
 * <p>Exactly once: a claim is {@link #prepare}d and stored before the first {@link #submit}; after
 * {@link PayerSilent} the payer's {@link #status} is asked first, and the same bytes are sent again second.
 */
public interface PayerGateway {

    /** The payer's own code, such as its area code (admdvs). */
    String payerCode();

    /**
     * Asks the payer for a person's membership (CoverageEligibilityRequest; national 1101 and 2001).
     *
     * @throws PayerUnreachable when the payer could not be asked, or did not answer
     * @throws PayerRefused when the payer refused the question
     * @throws PayerUnreadable when its answer could not be read
     */
    EligibilityAnswer verify(EligibilityQuery query);

    /** The bytes of a claim, made once; sent unchanged however often it takes. */
    PreparedClaim prepare(ClaimSubmission submission);

    /**
     * Sends a claim (Claim/$submit; national 2304).
     *
     * @throws PayerUnreachable when nothing reached the payer
     * @throws PayerSilent when it may have reached the payer but no answer came: the outcome is unknown
     * @throws PayerRefused when the payer refused it
     * @throws PayerUnreadable when it answered with something that is no valid answer: the outcome is unknown
     */
    ClaimAnswer submit(PreparedClaim claim);

    /**
     * What the payer knows of a claim (search of ClaimResponse by the claim's identifier).
     *
     * @return empty when the payer never got it
     * @throws PayerUnreachable when the payer could not be asked
     * @throws PayerUnreadable when its answer could not be read
     */
    Optional<ClaimAnswer> status(String claimIdentifier);

    /** The bytes of a reversal in the way that this payer wants; made once, sent unchanged however often it takes. */
    PreparedReversal prepareReversal(ReversalSubmission submission);

    /**
     * Takes a settled claim back (national 2305). The same reversal may be sent again: it counts once.
     *
     * @return a refusal is an answer, too: whatever the payer says no with, its reasons are in it
     * @throws PayerUnreachable when nothing reached the payer
     * @throws PayerSilent when it may have reached the payer but no answer came: the outcome is unknown
     * @throws PayerUnreadable when it answered with something that is no valid answer: the outcome is unknown
     */
    ReversalAnswer reverse(PreparedReversal reversal);

    /**
     * What became of a reversal.
     *
     * @return empty when the payer does not know it, or cannot tell: then the same one is sent again
     * @throws PayerUnreachable when the payer could not be asked
     * @throws PayerUnreadable when its answer could not be read
     */
    Optional<ReversalAnswer> reversalStatus(PreparedReversal reversal);

    /**
     * Asks what the payer's books hold of a period (PaymentReconciliation/$statement; national 3201 and 3202).
     *
     * @throws PayerUnreachable when the payer could not be asked, or did not answer
     * @throws PayerRefused when the payer refused the question
     * @throws PayerUnreadable when its answer could not be read, or its sums are not those of its lines
     */
    Statement statement(StatementQuery query);

    /**
     * Asks what the payer pays for all that it has booked up to the end of a month and not paid yet
     * (PaymentReconciliation/$clearing).
     *
     * @throws PayerUnreachable when the payer could not be asked, or did not answer
     * @throws PayerRefused when it pays nothing, or refused the question
     * @throws PayerUnreadable when its answer could not be read, or does not add up
     */
    ReadAdvice clearing(YearMonth month);

    /**
     * Reads a payment advice that came in a file.
     *
     * @throws PayerUnreadable when it cannot be read, does not add up, or is of another payer or hospital
     */
    ReadAdvice readClearing(byte[] content);
}
