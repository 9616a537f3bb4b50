package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.yibaoban.office.payer.PayerSilent;
import org.yibaoban.office.payer.PayerUnreachable;

/**
 * The circuit breaker of the line to the payer. When most of the last exchanges found nobody, nothing is sent for a
 * while; then one exchange tries. Its figures are MicroProfile Fault Tolerance's to configure:
 * {@code org.yibaoban.portal.wiring.PayerBreaker/through/CircuitBreaker/delay} and the like.
 */
@ApplicationScoped
public class PayerBreaker {

    /**
     * One exchange with the payer.
     *
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException while nothing is sent
     */
    @CircuitBreaker(
            requestVolumeThreshold = 8,
            failureRatio = 0.75,
            delay = 5000,
            failOn = {PayerUnreachable.class, PayerSilent.class})
    public <T> T through(Supplier<T> exchange) {
        return exchange.get();
    }
}
