package org.yibaoban.portal.wiring;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.yibaoban.office.payer.ClaimAnswer;
import org.yibaoban.office.payer.ClaimSubmission;
import org.yibaoban.office.payer.EligibilityAnswer;
import org.yibaoban.office.payer.EligibilityQuery;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReadAdvice;
import org.yibaoban.office.payer.ReversalAnswer;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.office.payer.Statement;
import org.yibaoban.office.payer.StatementQuery;

/** A payer behind the {@link PayerBreaker}: while that is open nothing is sent, which is as good as no connection. */
record BreakingPayerGateway(PayerGateway payer, PayerBreaker breaker) implements PayerGateway {

    @Override
    public String payerCode() {
        return payer.payerCode();
    }

    @Override
    public EligibilityAnswer verify(EligibilityQuery query) {
        return through(() -> payer.verify(query));
    }

    @Override
    public PreparedClaim prepare(ClaimSubmission submission) {
        return payer.prepare(submission);
    }

    @Override
    public ClaimAnswer submit(PreparedClaim claim) {
        return through(() -> payer.submit(claim));
    }

    @Override
    public Optional<ClaimAnswer> status(String claimIdentifier) {
        return through(() -> payer.status(claimIdentifier));
    }

    @Override
    public PreparedReversal prepareReversal(ReversalSubmission submission) {
        return payer.prepareReversal(submission);
    }

    @Override
    public ReversalAnswer reverse(PreparedReversal reversal) {
        return through(() -> payer.reverse(reversal));
    }

    @Override
    public Optional<ReversalAnswer> reversalStatus(PreparedReversal reversal) {
        return through(() -> payer.reversalStatus(reversal));
    }

    @Override
    public ReadAdvice clearing(YearMonth month) {
        return through(() -> payer.clearing(month));
    }

    @Override
    public ReadAdvice readClearing(byte[] content) {
        return payer.readClearing(content);
    }

    @Override
    public Statement statement(StatementQuery query) {
        return through(() -> payer.statement(query));
    }

    private <T> T through(Supplier<T> exchange) {
        try {
            return breaker.through(exchange);
        } catch (CircuitBreakerOpenException e) {
            throw new PayerUnreachable("the payer was away just now, nothing was sent", e);
        }
    }
}
