package org.yibaoban.office.tabular;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.TabularLoadRow;
import org.yibaoban.store.TabularPartRow;
import org.yibaoban.store.TabularRows;

/** Keeps files as they were given, in parts that fit a statement. Runs in the caller's transaction. */
@ApplicationScoped
public class KeptFiles {

    /** The largest file; packed where it is packed. */
    public static final long MOST_BYTES = 64L << 20;

    private static final int PART = 1 << 20;
    private static final int LONGEST_NAME = 200;

    @Inject
    private TabularRows rows;

    /** The name alone, without the folders that some browsers send. */
    public static String name(String given) {
        String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /**
     * Keeps a file with its load.
     *
     * @return the load's id
     * @throws OfficeRefused when it is empty or too large
     */
    public long keep(TabularLoadRow load, InputStream content) {
        MessageDigest sha256 = sha256();
        long id = rows.add(load).id();
        long size = 0;
        try (DigestInputStream in = new DigestInputStream(content, sha256)) {
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                size += part.length;
                if (size > MOST_BYTES) {
                    throw new OfficeRefused(ReasonCode.BAD_REQUEST, "file", "larger than " + MOST_BYTES + " bytes");
                }
                rows.add(new TabularPartRow(id, number++, part));
            }
        } catch (IOException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "file", "was not received whole");
        }
        if (size == 0) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "file", "is empty");
        }
        rows.lock(id).orElseThrow().sized(size, sha256.digest());
        return id;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
