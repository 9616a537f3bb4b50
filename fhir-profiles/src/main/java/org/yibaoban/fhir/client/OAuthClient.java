package org.yibaoban.fhir.client;

import java.net.URI;

/**
 * Who we are to the payer's authorisation server (OAuth 2.0 client credentials, RFC 6749 section 4.4).
 *
 * @param tokenAddress the token endpoint
 * @param scope what is asked for; may be blank
 */
public record OAuthClient(URI tokenAddress, String id, String secret, String scope) {

    @Override
    public String toString() {
        return "OAuthClient[" + tokenAddress + ", " + id + "]";
    }
}
