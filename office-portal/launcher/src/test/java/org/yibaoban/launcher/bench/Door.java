package org.yibaoban.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.yibaoban.his.hl7v2.MllpClient;

/** The office: a message over MLLP, stored and applied in PostgreSQL before its answer. */
final class Door implements Load.Worker {

    private final MllpClient client;

    Door(int port) throws IOException {
        client = new MllpClient("localhost", port, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Override
    public void work(byte[] message) throws IOException {
        String answer = new String(client.send(message), StandardCharsets.UTF_8);
        if (!answer.contains("MSA|AA|") || answer.contains("kept, to be handled later")) {
            throw new IllegalStateException(answer);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
