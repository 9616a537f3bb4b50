package org.yibaoban.his.hl7v2;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/** A sender's side of MLLP: one connection, one message at a time. Not for many threads. */
public final class MllpClient implements AutoCloseable {

    private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

    private final Socket socket;
    private final FrameReader reader;
    private boolean usable = true;

    /**
     * Connects.
     *
     * @throws IOException when nobody listens there, or not in time
     */
    public MllpClient(String host, int port, Duration connectTimeout, Duration answerTimeout) throws IOException {
        this(SocketFactory.getDefault(), host, port, connectTimeout, answerTimeout);
    }

    /** As above, over sockets of another kind, such as those of TLS. */
    public MllpClient(SocketFactory sockets, String host, int port, Duration connectTimeout, Duration answerTimeout)
            throws IOException {
        socket = sockets.createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(connectTimeout.toMillis()));
            reader = new FrameReader(
                    socket,
                    new MllpSettings(MAX_ANSWER_BYTES, answerTimeout, answerTimeout, answerTimeout, 1, answerTimeout),
                    new LargeFrames());
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /**
     * Sends a message and waits for its answer. After any failure the connection is of no more use, because a late
     * answer would be taken for the next message's: open a new one and send the same message again.
     *
     * @param message the message's own bytes, without framing
     * @return the answer's bytes, without framing
     * @throws SocketTimeoutException when no answer came in time
     * @throws EOFException when the other side closed without an answer
     */
    public byte[] send(byte[] message) throws IOException {
        if (!usable) {
            throw new IOException("an earlier message failed on this connection: open a new one");
        }
        usable = false;
        OutputStream out = socket.getOutputStream();
        out.write(framed(message));
        out.flush();
        byte[] answer = answer();
        usable = true;
        return answer;
    }

    /**
     * Waits for a further answer, such as the application's after CA.
     *
     * @throws SocketTimeoutException when none came in time
     */
    public byte[] answer() throws IOException {
        FrameReader.Frame answer =
                reader.next().orElseThrow(() -> new EOFException("the connection was closed without an answer"));
        if (answer.fault().isPresent()) {
            throw new IOException("broken answer: " + answer.fault().get().english());
        }
        return answer.content();
    }

    /** The bytes as they go over the wire: VT, content, FS, CR. */
    public static byte[] framed(byte[] content) {
        byte[] frame = new byte[content.length + 3];
        frame[0] = FrameReader.START;
        System.arraycopy(content, 0, frame, 1, content.length);
        frame[content.length + 1] = FrameReader.END;
        frame[content.length + 2] = FrameReader.RETURN;
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
