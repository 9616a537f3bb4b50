package org.yibaoban.his.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import org.yibaoban.control.SigningKeys;

/** The public keys of somebody who signs tokens. One object for each, for it keeps what it fetched. */
public final class TokenKeys {

    private final JWKSource<SecurityContext> keys;

    public TokenKeys(SigningKeys keys) {
        this.keys = KeySets.of(keys);
    }

    /** @throws TokenRefused when no key fits, or they are not to be had */
    void prove(SignedJWT jwt) throws TokenRefused {
        JWSHeader header = jwt.getHeader();
        try {
            for (JWK key : keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null)) {
                if (key instanceof AsymmetricJWK asymmetric
                        && new DefaultJWSVerifierFactory()
                                .createJWSVerifier(header, asymmetric.toPublicKey())
                                .verify(header, jwt.getSigningInput(), jwt.getSignature())) {
                    return;
                }
            }
        } catch (JOSEException e) {
            throw new TokenRefused("key not to be had");
        }
        throw new TokenRefused("signature is wrong");
    }
}
