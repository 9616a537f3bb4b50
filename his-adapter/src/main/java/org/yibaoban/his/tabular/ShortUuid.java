package org.yibaoban.his.tabular;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID in 25 characters of base 36, without loss. */
final class ShortUuid {

    private static final int BASE = 36;
    private static final int LENGTH = 25;

    private ShortUuid() {}

    static String of(UUID uuid) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        String digits = new BigInteger(1, bytes).toString(BASE);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}
