package org.yibaoban.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentLoginsTest {

    private static final AppUser HIS = new AppUser("his", "HIS", "HIS", Set.of("his-system"), Optional.empty());

    private final Hand clock = new Hand();
    private final RecentLogins logins = new RecentLogins(clock);

    @Test
    void a_proven_password_is_remembered() {
        logins.remember(HIS, "right");
        assertThat(logins.find("his", "right")).contains(HIS);
    }

    @Test
    void another_password_or_name_is_not() {
        logins.remember(HIS, "right");
        assertThat(logins.find("his", "wrong")).isEmpty();
        assertThat(logins.find("office", "right")).isEmpty();
    }

    @Test
    void it_is_forgotten_after_a_minute() {
        logins.remember(HIS, "right");
        clock.now = clock.now.plus(Duration.ofSeconds(60));
        assertThat(logins.find("his", "right")).isEmpty();
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
