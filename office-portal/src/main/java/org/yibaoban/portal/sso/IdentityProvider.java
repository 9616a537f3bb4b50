package org.yibaoban.portal.sso;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SigningKeys;
import org.yibaoban.control.SingleSignOn;
import org.yibaoban.his.token.TokenKeys;
import org.yibaoban.his.token.TokenRefused;
import org.yibaoban.portal.sso.SignOnRefused.Why;

/**
 * The hospital's identity provider, asked by the authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636).
 * It is asked nothing before somebody wants to come in by it, so that the office starts without it.
 */
@ApplicationScoped
public class IdentityProvider {

    private static final Logger LOG = System.getLogger(IdentityProvider.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicReference<Known> last = new AtomicReference<>();

    @Inject
    private SingleSignOn signOn;

    /** Our secret at the identity provider of {@code single-sign-on.yaml}; without it we are a public client there, with PKCE alone. */
    @Inject
    @ConfigProperty(name = "yibaoban.sso.secret")
    private Optional<String> secret;

    @Inject
    private Clock clock;

    private record Known(ProviderDocument document, TokenKeys keys) {}

    /**
     * Where a browser is sent.
     *
     * @throws SignOnRefused when the provider is away: nobody is led to a door behind which nobody is
     */
    public URI door(SignOnAttempt attempt) throws SignOnRefused {
        SignOnProvider provider = provider();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.client());
        asked.put("redirect_uri", back(provider));
        asked.put("scope", ("openid " + String.join(" ", provider.scopes())).strip());
        asked.put("state", attempt.state());
        asked.put("nonce", attempt.nonce());
        asked.put("code_challenge", attempt.challenge());
        asked.put("code_challenge_method", "S256");
        return with(asked(provider).document().authorization(), asked);
    }

    /**
     * Redeems the code that a browser brought back.
     *
     * @throws SignOnRefused when there is no token for it, or one that is not to be believed
     */
    public IdToken redeem(String code, SignOnAttempt attempt) throws SignOnRefused {
        SignOnProvider provider = provider();
        Known now = last.get() == null ? asked(provider) : last.get();
        try {
            return IdToken.prove(
                    token(code, attempt, provider, now.document()),
                    provider,
                    now.keys(),
                    attempt.nonce(),
                    clock.instant());
        } catch (TokenRefused e) {
            throw new SignOnRefused(Why.INVALID, "ID token refused: " + e.getMessage(), e);
        }
    }

    /** Where a browser ends its session at the provider; empty where it offers none, or is away. */
    public Optional<URI> wayOut(String idToken) {
        try {
            SignOnProvider provider = provider();
            return asked(provider)
                    .document()
                    .logout()
                    .map(logout -> with(
                            logout,
                            Map.of(
                                    "id_token_hint",
                                    idToken,
                                    "client_id",
                                    provider.client(),
                                    "post_logout_redirect_uri",
                                    provider.address() + "/login.xhtml")));
        } catch (SignOnRefused e) {
            LOG.log(Level.WARNING, "No logout at the identity provider: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private SignOnProvider provider() throws SignOnRefused {
        return signOn.provider().orElseThrow(() -> new SignOnRefused(Why.AWAY, "single sign-on is off"));
    }

    private static String back(SignOnProvider provider) {
        return provider.address() + "/sso/back";
    }

    private Known asked(SignOnProvider provider) throws SignOnRefused {
        ProviderDocument document =
                ProviderDocument.read(send(HttpRequest.newBuilder(provider.discovery())), provider.issuer());
        // the keys have their own time, and survive an outage
        return last.updateAndGet(kept -> new Known(
                document,
                kept != null && kept.document().keys().equals(document.keys())
                        ? kept.keys()
                        : new TokenKeys(new SigningKeys(Optional.empty(), Optional.of(document.keys())))));
    }

    private String token(String code, SignOnAttempt attempt, SignOnProvider provider, ProviderDocument document)
            throws SignOnRefused {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back(provider));
        form.put("code_verifier", attempt.verifier());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(document.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (secret.isPresent() && !document.secretInBody()) {
            request.header("Authorization", basic(provider.client(), secret.get()));
        } else {
            form.put("client_id", provider.client());
            secret.ifPresent(own -> form.put("client_secret", own));
        }
        String answer = send(request.POST(BodyPublishers.ofString(FormText.of(form))));
        try {
            String token = JSONObjectUtils.getString(JSONObjectUtils.parse(answer), "id_token");
            if (token != null) {
                return token;
            }
        } catch (ParseException e) {
            // told below: the parser's words may hold what came
        }
        throw new SignOnRefused(Why.INVALID, "no ID token came for the code");
    }

    /** RFC 6749, 2.3.1. */
    private static String basic(String client, String secret) {
        String both = FormText.encoded(client) + ":" + FormText.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private String send(HttpRequest.Builder request) throws SignOnRefused {
        HttpRequest whole =
                request.timeout(PATIENCE).header("Accept", "application/json").build();
        try {
            HttpResponse<String> answer = http.send(whole, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == OK) {
                return answer.body();
            }
            boolean refused = answer.statusCode() / 100 == 4 && whole.method().equals("POST");
            throw new SignOnRefused(
                    refused ? Why.INVALID : Why.AWAY, whole.uri() + " answered HTTP " + answer.statusCode());
        } catch (IOException e) {
            throw new SignOnRefused(Why.AWAY, whole.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignOnRefused(Why.AWAY, "interrupted", e);
        }
    }

    private static URI with(URI address, Map<String, String> parameters) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + FormText.of(parameters));
    }
}
