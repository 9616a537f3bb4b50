package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * One sender's connection: reads a frame, has it handled, writes the answers, and so on until either side ends it. A
 * sender that does not read its answers is given up, its messages are not.
 */
final class MllpConnection implements Runnable {

    private static final System.Logger LOG = System.getLogger(MllpConnection.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Socket tcp;
    private final Transport transport;
    private final FrameHandler handler;
    private final MllpSettings settings;
    private final LargeFrames large;
    private final Runnable whenEnded;
    /** When something began that must not take long, 0 where nothing did. */
    private final AtomicLong busySince = new AtomicLong();

    private volatile FrameReader reader;
    private volatile boolean ending;
    private volatile boolean working;

    MllpConnection(
            Socket tcp,
            Transport transport,
            FrameHandler handler,
            MllpSettings settings,
            LargeFrames large,
            Runnable whenEnded) {
        this.tcp = tcp;
        this.transport = transport;
        this.handler = handler;
        this.settings = settings;
        this.large = large;
        this.whenEnded = whenEnded;
    }

    @Override
    public void run() {
        try (tcp) {
            tcp.setTcpNoDelay(true);
            tcp.setKeepAlive(true);
            Optional<Socket> open = open();
            if (open.isEmpty()) {
                LOG.log(Level.WARNING, "MLLP connection from {0} does not speak TLS", peer());
                leave(tcp, new FrameReader(tcp, settings, large));
            } else {
                serve(open.get());
            }
        } catch (SocketTimeoutException silence) {
            LOG.log(Level.DEBUG, "MLLP connection from {0} was idle too long", peer());
        } catch (SSLException refused) {
            LOG.log(Level.WARNING, "MLLP connection from {0}: no TLS: {1}", peer(), refused.getMessage());
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
            tcp.close();
        } catch (IOException alreadyGone) {
            LOG.log(Level.DEBUG, "closing {0}: {1}", peer(), alreadyGone.getMessage());
        }
    }

    /** How long it has been silent between messages. */
    Duration idleFor() {
        FrameReader current = reader;
        return current == null || working ? Duration.ZERO : current.idleFor();
    }

    /** Closes where the handshake, or the sender's reading of an answer, takes too long. */
    void closeIfStuck() {
        long since = busySince.get();
        if (since != 0
                && System.nanoTime() - since > settings.halfFrameTimeout().toNanos()) {
            LOG.log(Level.WARNING, "MLLP connection from {0} does not go on: closed", peer());
            close();
        }
    }

    private Optional<Socket> open() throws IOException {
        busySince.set(System.nanoTime());
        try {
            return transport.over(tcp, settings.halfFrameTimeout());
        } finally {
            busySince.set(0);
        }
    }

    private void serve(Socket socket) throws IOException {
        FrameReader frames = new FrameReader(socket, settings, large);
        reader = frames;
        FrameWriter answers = new FrameWriter(socket.getOutputStream(), busySince);
        try (socket) {
            while (!ending && !answers.isBroken()) {
                Optional<FrameReader.Frame> frame = frames.next();
                if (frame.isEmpty()) {
                    return;
                }
                working = true;
                boolean usable = handle(frame.get(), answers);
                working = false;
                if (!usable) {
                    leave(socket, frames);
                    return;
                }
            }
        } finally {
            frames.letGo();
        }
    }

    /** Says that nothing more comes, and lets a sender that is still writing read that. */
    private static void leave(Socket socket, FrameReader frames) throws IOException {
        socket.shutdownOutput();
        frames.drain(DRAIN);
    }

    /** @return whether the stream can still be trusted to hold a frame's beginning next */
    private boolean handle(FrameReader.Frame frame, FrameWriter answers) {
        if (frame.fault().isEmpty()) {
            handler.receive(frame.content(), answers);
            answers.end();
            return true;
        }
        FrameFault fault = frame.fault().get();
        LOG.log(Level.WARNING, "MLLP frame from {0} is broken: {1}, {2} bytes", peer(), fault, frame.content().length);
        boolean restarted = fault == FrameFault.RESTARTED;
        // The sender gave a restarted one up and waits for the answer to the next; a second answer would be taken for
        // it.
        handler.receiveBroken(frame.content(), fault, restarted ? FrameWriter.NOWHERE : answers);
        return restarted;
    }

    private String peer() {
        return String.valueOf(tcp.getRemoteSocketAddress());
    }
}
