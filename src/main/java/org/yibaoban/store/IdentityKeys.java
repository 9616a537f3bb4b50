package org.yibaoban.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which identity numbers are stored, set once before anything is read (docs/adr/0015-identity-numbers-sealed.md).
 * Sealed is {@code keyId:base64} of AES-256-GCM whose nonce is made from the number by a keyed digest: the same number under the
 * same key is the same text, so that it can be looked up. Without keys numbers are stored as they are.
 */
public final class IdentityKeys {

    private static final IdentityKeys NONE = new IdentityKeys(Map.of());
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = 32;
    private static final char BETWEEN = ':';

    private static volatile IdentityKeys inUse = NONE;

    /** The first one seals. */
    private final Map<String, Key> keys;

    private record Key(SecretKeySpec cipher, SecretKeySpec nonce) {}

    private IdentityKeys(Map<String, Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads {@code id:base64,id:base64}; the first key seals, all open. Blank for none.
     *
     * @throws IllegalArgumentException when it is not so, or a key is shorter than 32 bytes; no key is repeated in the message
     */
    public static IdentityKeys of(String text) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (String one : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = one.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9]{1,8}")) {
                throw new IllegalArgumentException("a key is id:base64, with an id of 1 to 8 letters and digits");
            }
            byte[] secret = Base64.getDecoder().decode(parts[1]);
            if (secret.length < LEAST_BYTES) {
                throw new IllegalArgumentException("key " + parts[0] + " has fewer than " + LEAST_BYTES + " bytes");
            }
            keys.put(
                    parts[0],
                    new Key(
                            new SecretKeySpec(digest(new SecretKeySpec(secret, MAC), "cipher"), "AES"),
                            new SecretKeySpec(digest(new SecretKeySpec(secret, MAC), "nonce"), MAC)));
        }
        return new IdentityKeys(keys);
    }

    /** Which keys count from now on in this server. */
    public static void use(IdentityKeys keys) {
        inUse = keys;
    }

    static IdentityKeys inUse() {
        return inUse;
    }

    /** What is stored of a number. */
    String seal(String number) {
        return keys.isEmpty() ? number : seal(keys.keySet().iterator().next(), number);
    }

    /**
     * The number of what is stored.
     *
     * @throws IllegalStateException when its key is not among these, or it was changed
     */
    String open(String stored) {
        int between = stored.indexOf(BETWEEN);
        if (between < 0) {
            return stored;
        }
        String id = stored.substring(0, between);
        Key key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "identity numbers are sealed under key " + id + ", which yibaoban.identity.keys does not hold");
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(stored.substring(between + 1));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES));
            return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("an identity number sealed under key " + id + " cannot be opened", e);
        }
    }

    /** Every way in which a number may be stored: as it is, and under each key. */
    Set<String> forms(String number) {
        Set<String> forms = new LinkedHashSet<>(Set.of(number));
        keys.keySet().forEach(id -> forms.add(seal(id, number)));
        return forms;
    }

    /** What every newly stored number begins with; empty without keys. */
    String prefix() {
        return keys.isEmpty() ? "" : keys.keySet().iterator().next() + BETWEEN;
    }

    private String seal(String id, String number) {
        Key key = keys.get(id);
        byte[] nonce = Arrays.copyOf(digest(key.nonce(), number), NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(number.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return id + BETWEEN + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in GCM", e);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.cipher(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] digest(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}
