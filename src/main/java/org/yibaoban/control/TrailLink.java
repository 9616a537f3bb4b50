package org.yibaoban.control;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An entry in its place of the chain.
 *
 * @param number from 1, without gaps
 * @param hash SHA-256 over the hash before, the number and each field with its length, in hexadecimal
 */
public record TrailLink(long number, TrailEntry entry, String hash) implements Serializable {

    /** Before the first entry. */
    public static final String NOTHING = "0".repeat(64);

    /** The link of an entry that follows another's hash. */
    public static TrailLink after(String hash, long number, TrailEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash.getBytes(StandardCharsets.US_ASCII));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            for (String field : entry.fields()) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return new TrailLink(number, entry, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
