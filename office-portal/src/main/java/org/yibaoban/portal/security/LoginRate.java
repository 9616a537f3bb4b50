package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yibaoban.control.Rights;

/**
 * Wrong passwords by address: after too many within a minute an address is not listened to until the minute is over, so
 * that nobody tries one password on all accounts. Each instance counts for itself; accounts are locked for all.
 */
@ApplicationScoped
public class LoginRate {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    private record Window(Instant ends, int failures) {}

    LoginRate() {}

    LoginRate(Rights rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    boolean refuses(String address) {
        Window window = windows.get(address);
        return window != null
                && clock.instant().isBefore(window.ends())
                && window.failures() >= rights.logins().failuresPerAddress();
    }

    void failed(String address) {
        Instant now = clock.instant();
        windows.values().removeIf(window -> !now.isBefore(window.ends()));
        windows.merge(
                address,
                new Window(now.plus(WINDOW), 1),
                (old, one) -> new Window(old.ends(), old.failures() + one.failures()));
    }
}
