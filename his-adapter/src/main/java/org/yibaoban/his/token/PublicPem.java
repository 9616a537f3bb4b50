package org.yibaoban.his.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A public key as PEM ({@code BEGIN PUBLIC KEY}), RSA or of an elliptic curve. */
final class PublicPem {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private PublicPem() {}

    /** @throws GeneralSecurityException when it is none */
    static JWK read(String text) throws GeneralSecurityException {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new InvalidKeySpecException("no " + BEGIN);
        }
        X509EncodedKeySpec key = new X509EncodedKeySpec(bytes(text.substring(begin + BEGIN.length(), end)));
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(key))
                    .build();
        } catch (InvalidKeySpecException notRsa) {
            ECPublicKey curve = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(key);
            return new ECKey.Builder(Curve.forECParameterSpec(curve.getParams()), curve).build();
        }
    }

    private static byte[] bytes(String lines) throws InvalidKeySpecException {
        try {
            return Base64.getMimeDecoder().decode(lines);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("no base64", e);
        }
    }
}
