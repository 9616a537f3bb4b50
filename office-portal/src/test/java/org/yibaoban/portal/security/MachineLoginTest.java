package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yibaoban.config.RightsReader;
import org.yibaoban.control.Rights;
import org.yibaoban.office.Account;
import org.yibaoban.office.AppUser;

/** Names and passwords of systems, where they are taken and where they are switched off; tokens: SystemTokenIT. */
class MachineLoginTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final Rights RIGHTS = RightsReader.read(Path.of("../config"));
    private static final String PATH = "/api/visits/0";

    private final AtomicInteger asked = new AtomicInteger();
    private final LoginRate rate = new LoginRate(RIGHTS, CLOCK);

    private final IdentityStoreHandler stores = credential -> {
        asked.incrementAndGet();
        AppUser his = new AppUser("his", "his", "his", Set.of("his-system"), Optional.empty());
        return ((UsernamePasswordCredential) credential).compareTo("his", "right")
                ? new CredentialValidationResult(new OfficeCaller(new Account(his, false)), his.roles())
                : CredentialValidationResult.INVALID_RESULT;
    };

    @Test
    void aPasswordIsTakenWhereItIsNotSwitchedOff() {
        assertThat(login(true).enter(basic("right"), "a", PATH))
                .isInstanceOfSatisfying(
                        MachineLogin.Entered.class,
                        entered -> assertThat(entered.roles()).containsExactly("his-system"));
        assertThat(login(true).enter(basic("wrong"), "a", PATH))
                .isInstanceOfSatisfying(
                        MachineLogin.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @Test
    void aPasswordThatIsSwitchedOffIsNotEvenLookedAt() {
        assertThat(login(false).enter(basic("right"), "a", PATH))
                .isInstanceOfSatisfying(MachineLogin.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(401);
                    assertThat(refused.challenges()).containsExactly("Bearer realm=\"yibaoban\"");
                    assertThat(refused.text()).contains("switched off");
                });
        assertThat(asked).hasValue(0);
        assertThat(login(false).stranger().challenges()).containsExactly("Bearer realm=\"yibaoban\"");
    }

    @Test
    void whoIsRefusedTooOftenIsNotListenedTo() {
        for (int i = 0; i < RIGHTS.logins().failuresPerAddress(); i++) {
            login(true).enter(basic("wrong"), "a", PATH);
        }

        assertThat(login(true).enter(basic("right"), "a", PATH))
                .isInstanceOfSatisfying(
                        MachineLogin.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(429));
        assertThat(login(true).enter("Bearer x.y.z", "a", PATH))
                .as("with a token neither")
                .isInstanceOfSatisfying(
                        MachineLogin.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(429));
        assertThat(login(true).enter(basic("right"), "b", PATH)).isInstanceOf(MachineLogin.Entered.class);
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        assertThat(login(true).enter(null, "a", PATH)).isInstanceOf(MachineLogin.Nobody.class);
        assertThat(login(true).enter("Digest x", "a", PATH)).isInstanceOf(MachineLogin.Nobody.class);
    }

    private MachineLogin login(boolean basic) {
        return new MachineLogin(stores, new MachineTokens(), rate, basic);
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("his:" + password).getBytes(StandardCharsets.UTF_8));
    }
}
