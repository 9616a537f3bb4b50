package org.yibaoban.portal.sso;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.portal.sso.SignOnRefused.Why;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0, 3; RP-Initiated Logout 1.0, 2.1).
 *
 * @param authorization where browsers are sent
 * @param token where codes are redeemed
 * @param keys its key set
 * @param logout where a browser ends its session there; not each has one
 * @param secretInBody whether it takes our secret in the form only, and not by HTTP Basic
 */
record ProviderDocument(URI authorization, URI token, URI keys, Optional<URI> logout, boolean secretInBody) {

    private static final String METHODS = "token_endpoint_auth_methods_supported";

    /** @throws SignOnRefused when it is none, or another issuer's (Discovery 1.0, 4.3) */
    static ProviderDocument read(String json, String issuer) throws SignOnRefused {
        try {
            Map<String, Object> document = JSONObjectUtils.parse(json);
            if (!issuer.equals(JSONObjectUtils.getString(document, "issuer"))) {
                throw new SignOnRefused(Why.AWAY, "the discovery document is of another issuer");
            }
            List<String> methods = JSONObjectUtils.getStringList(document, METHODS);
            return new ProviderDocument(
                    address(document, "authorization_endpoint")
                            .orElseThrow(() -> new ParseException("authorization_endpoint", 0)),
                    address(document, "token_endpoint").orElseThrow(() -> new ParseException("token_endpoint", 0)),
                    address(document, "jwks_uri").orElseThrow(() -> new ParseException("jwks_uri", 0)),
                    address(document, "end_session_endpoint"),
                    methods != null
                            && !methods.contains("client_secret_basic")
                            && methods.contains("client_secret_post"));
        } catch (ParseException e) {
            throw new SignOnRefused(Why.AWAY, "the discovery document cannot be used: " + e.getMessage(), e);
        }
    }

    /** Https, but for this very machine. */
    private static Optional<URI> address(Map<String, Object> document, String key) throws ParseException {
        URI address = JSONObjectUtils.getURI(document, key);
        if (address == null) {
            return Optional.empty();
        }
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        if (!("https".equals(address.getScheme()) || here && "http".equals(address.getScheme()))) {
            throw new ParseException(key + " is no https address", 0);
        }
        return Optional.of(address);
    }
}
