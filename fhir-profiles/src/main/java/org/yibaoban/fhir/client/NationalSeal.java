package org.yibaoban.fhir.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The national algorithms: SM4 (GB/T 32907) in GCM under a key of this one body, that key for the receiver by SM2 (GB/T 32918),
 * and the whole signed by SM3 with SM2. Fields are named as the payers' mobile payment names them; signed are all fields but
 * {@code signData}, sorted and joined as {@code name=value} by {@code &}. How a certain payer derives its SM4 key from an
 * application secret is not published: another {@link PayerSeal} stands in then.
 */
public final class NationalSeal implements PayerSeal {

    /** Handed to each algorithm, and not registered for the whole server. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String SIGNATURE = "signData";
    private static final Map<String, String> ALGORITHMS = Map.of("encType", "SM4", "signType", "SM2", "version", "1");

    private final SecureRandom random = new SecureRandom();
    private final PrivateKey own;
    private final PublicKey payers;

    NationalSeal(PrivateKey own, PublicKey payers) {
        this.own = own;
        this.payers = payers;
    }

    /**
     * With keys as {@code openssl genpkey -algorithm SM2} and {@code openssl pkey -pubout} write them.
     *
     * @param own our private key, PEM
     * @param payers the payer's public key, PEM
     * @throws IllegalArgumentException when a file is not there or no such key
     */
    public static NationalSeal ofFiles(Path own, Path payers) {
        try {
            KeyFactory keys = KeyFactory.getInstance("EC", PROVIDER);
            return new NationalSeal(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(pem(own))),
                    keys.generatePublic(new X509EncodedKeySpec(pem(payers))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "keys of the line to the payer, " + own + " and " + payers + ": " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] seal(byte[] plain) {
        try {
            byte[] key = bytes(KEY_BYTES);
            byte[] nonce = bytes(NONCE_BYTES);
            byte[] data = sm4(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            Cipher forPayer = Cipher.getInstance("SM2", PROVIDER);
            forPayer.init(Cipher.ENCRYPT_MODE, payers, random);
            TreeMap<String, String> fields = new TreeMap<>(ALGORITHMS);
            fields.put("encKey", text(forPayer.doFinal(key)));
            fields.put(
                    "encData",
                    text(ByteBuffer.allocate(nonce.length + data.length)
                            .put(nonce)
                            .put(data)
                            .array()));
            Signature signature = signature();
            signature.initSign(own, random);
            signature.update(signed(fields));
            fields.put(SIGNATURE, text(signature.sign()));
            return Json.createObjectBuilder(Map.<String, Object>copyOf(fields))
                    .build()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what is said to the payer cannot be sealed", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed) throws BrokenSeal {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(sealed))) {
            JsonObject envelope = reader.readObject();
            TreeMap<String, String> fields = new TreeMap<>();
            envelope.keySet().forEach(name -> fields.put(name, envelope.getString(name)));
            String given = fields.remove(SIGNATURE);
            Signature signature = signature();
            signature.initVerify(payers);
            signature.update(signed(fields));
            if (given == null
                    || !signature.verify(bytes(given))
                    || !fields.entrySet().containsAll(ALGORITHMS.entrySet())) {
                throw new BrokenSeal("not signed by the payer", null);
            }
            Cipher forUs = Cipher.getInstance("SM2", PROVIDER);
            forUs.init(Cipher.DECRYPT_MODE, own);
            ByteBuffer data = ByteBuffer.wrap(bytes(fields.get("encData")));
            byte[] nonce = new byte[NONCE_BYTES];
            data.get(nonce);
            byte[] rest = new byte[data.remaining()];
            data.get(rest);
            return sm4(Cipher.DECRYPT_MODE, forUs.doFinal(bytes(fields.get("encKey"))), nonce)
                    .doFinal(rest);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new BrokenSeal("no sealed body of the payer", e);
        }
    }

    private static Cipher sm4(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", PROVIDER);
        cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static Signature signature() throws GeneralSecurityException {
        return Signature.getInstance("SM3withSM2", PROVIDER);
    }

    private static byte[] signed(TreeMap<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] fresh = new byte[length];
        random.nextBytes(fresh);
        return fresh;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] pem(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
