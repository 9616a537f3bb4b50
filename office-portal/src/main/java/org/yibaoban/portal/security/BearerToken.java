package org.yibaoban.portal.security;

import java.util.Optional;

/** The Authorization header with a bearer token (RFC 6750). */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token of a header, which may be anything; empty where there is none. */
    static Optional<String> read(String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).trim());
    }
}
