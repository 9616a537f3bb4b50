package org.yibaoban.portal.his;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.yibaoban.his.hl7v2.MllpClient;
import org.yibaoban.portal.server.ServerSuite;

/** The HIS's end of the MLLP line to the server under test: a connection for each message. */
public final class HisLine {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private HisLine() {}

    /** Sends a message in UTF-8 and reads its acknowledgement. */
    public static Ack send(String message) throws IOException {
        return Ack.of(exchange(message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends bytes as they are; the answer's bytes. */
    public static byte[] exchange(byte[] message) throws IOException {
        try (MllpClient client = new MllpClient("localhost", ServerSuite.mllpPort(), CONNECT, ANSWER)) {
            return client.send(message);
        }
    }
}
