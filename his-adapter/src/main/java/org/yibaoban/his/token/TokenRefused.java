package org.yibaoban.his.token;

/** Why a token is refused; the message holds nothing of the token. */
public final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public TokenRefused(String message) {
        super(message);
    }
}
