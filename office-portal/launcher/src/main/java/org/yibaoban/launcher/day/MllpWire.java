package org.yibaoban.launcher.day;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The HIS's end of an MLLP connection, which opens again after a failure. It is written here a second time, apart from
 * the office's own client, so that the day also checks the framing from outside.
 */
final class MllpWire implements AutoCloseable {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    MllpWire(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** @throws IOException when no answer came; the connection is closed and the next call opens a new one */
    String exchange(String message) throws IOException {
        try {
            connect();
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(START);
            frame.write(message.getBytes(StandardCharsets.UTF_8));
            frame.write(END);
            frame.write(RETURN);
            socket.getOutputStream().write(frame.toByteArray());
            return answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT.toMillis()));
        socket.setSoTimeout(Math.toIntExact(ANSWER.toMillis()));
        in = new BufferedInputStream(socket.getInputStream());
    }

    private String answer() throws IOException {
        int next = in.read();
        while (next != START) {
            if (next < 0) {
                throw new EOFException("closed without an answer");
            }
            next = in.read();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        next = in.read();
        while (next != END) {
            if (next < 0) {
                throw new EOFException("closed within an answer");
            }
            content.write(next);
            next = in.read();
        }
        if (in.read() != RETURN) {
            throw new IOException("the frame of the answer does not end in CR");
        }
        return content.toString(StandardCharsets.UTF_8);
    }

    /** Closes what is open; the wire can be used again. */
    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // nothing is lost: an answer that did not come is asked for again by sending the same message
            }
            socket = null;
        }
    }
}
