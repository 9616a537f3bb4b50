package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** One sender's connection: reads a frame, has it handled, writes the answer, and so on until either side ends it. */
final class MllpConnection implements Runnable {

    private static final System.Logger LOG = System.getLogger(MllpConnection.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Socket socket;
    private final FrameHandler handler;
    private final MllpSettings settings;
    private final Runnable whenEnded;
    private volatile boolean ending;
    private volatile boolean working;

    MllpConnection(Socket socket, FrameHandler handler, MllpSettings settings, Runnable whenEnded) {
        this.socket = socket;
        this.handler = handler;
        this.settings = settings;
        this.whenEnded = whenEnded;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            serve(new FrameReader(
                    socket, settings.maxFrameBytes(), settings.halfFrameTimeout(), settings.idleTimeout()));
        } catch (SocketTimeoutException silence) {
            LOG.log(Level.DEBUG, "MLLP connection from {0} was idle too long", peer());
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "MLLP connection from {0} ended: {1}", peer(), gone.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.log(Level.ERROR, "MLLP connection from " + peer() + " failed", unexpected);
        } finally {
            whenEnded.run();
        }
    }

    /** Ends after the message in work is answered, at once where there is none. */
    void end() {
        ending = true;
        if (!working) {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.log(Level.DEBUG, "closing {0}: {1}", peer(), alreadyGone.getMessage());
        }
    }

    private void serve(FrameReader reader) throws IOException {
        while (!ending) {
            Optional<FrameReader.Frame> frame = reader.next();
            if (frame.isEmpty()) {
                return;
            }
            working = true;
            boolean usable = handle(frame.get());
            working = false;
            if (!usable) {
                socket.shutdownOutput();
                reader.drain(DRAIN);
                return;
            }
        }
    }

    /** @return whether the stream can still be trusted to hold a frame's beginning next */
    private boolean handle(FrameReader.Frame frame) throws IOException {
        if (frame.fault().isEmpty()) {
            write(handler.receive(frame.content()));
            return true;
        }
        FrameFault fault = frame.fault().get();
        LOG.log(Level.WARNING, "MLLP frame from {0} is broken: {1}, {2} bytes", peer(), fault, frame.content().length);
        byte[] answer = handler.receiveBroken(frame.content(), fault);
        if (fault == FrameFault.RESTARTED) {
            // The sender gave this one up and waits for the answer to the next; a second answer would be taken for it.
            return true;
        }
        if (fault != FrameFault.CUT_OFF) {
            write(answer);
        }
        return false;
    }

    private void write(byte[] answer) throws IOException {
        if (answer.length == 0) {
            return;
        }
        OutputStream out = socket.getOutputStream();
        out.write(MllpClient.framed(answer));
        out.flush();
    }

    private String peer() {
        return String.valueOf(socket.getRemoteSocketAddress());
    }
}
