package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * Listens for HL7 v2 messages over MLLP, one thread a connection. A bad message never ends it. Where all connections
 * are taken, a further one waits until one ends, or until one that is silent can make room.
 *
 * <p>HAPI's own MLLP server is not used: it turns the bytes into text before its application sees them, with one
 * charset for all (and US-ASCII for the MSH-18 values that Chinese senders use), so that the message could neither be
 * kept as it came nor be decoded by what it says of itself.
 */
public final class MllpServer {

    private static final System.Logger LOG = System.getLogger(MllpServer.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int BACKLOG = 128;
    private static final long LOOK_MILLIS = 50;
    private static final long WATCH_MILLIS = 1000;

    private final FrameHandler handler;
    private final ThreadFactory threads;
    private final MllpSettings settings;
    private final Transport transport;
    private final LargeFrames large = new LargeFrames();
    private final Set<MllpConnection> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    /** @param threads in a server its ManagedThreadFactory, so that handlers run in the application's context */
    public MllpServer(FrameHandler handler, ThreadFactory threads, MllpSettings settings, Transport transport) {
        this.handler = handler;
        this.threads = threads;
        this.settings = settings;
        this.transport = transport;
    }

    /**
     * Listens on a port of every interface.
     *
     * @param port 0 takes any free port
     * @return the port
     * @throws IOException when the port cannot be had
     */
    public int start(int port) throws IOException {
        return start(new InetSocketAddress(port));
    }

    /** As {@link #start(int)}, on one interface. */
    public synchronized int start(InetSocketAddress address) throws IOException {
        if (door != null) {
            throw new IllegalStateException("already listening on " + door.getLocalSocketAddress());
        }
        ServerSocket opened = new ServerSocket();
        try {
            opened.setReuseAddress(true);
            opened.bind(address, BACKLOG);
        } catch (IOException taken) {
            opened.close();
            throw taken;
        }
        door = opened;
        threads.newThread(() -> accept(opened)).start();
        threads.newThread(() -> watch(opened)).start();
        LOG.log(Level.INFO, "MLLP listens on {0}", opened.getLocalSocketAddress());
        return opened.getLocalPort();
    }

    /** Takes no more messages; those in work are answered, for ten seconds at most. */
    public synchronized void stop() {
        if (door == null) {
            return;
        }
        try {
            door.close();
        } catch (IOException alreadyClosed) {
            LOG.log(Level.DEBUG, "closing the MLLP port: {0}", alreadyClosed.getMessage());
        }
        door = null;
        connections.forEach(MllpConnection::end);
        awaitConnections();
        connections.forEach(MllpConnection::close);
        LOG.log(Level.INFO, "MLLP stopped");
    }

    private void accept(ServerSocket opened) {
        while (goesOn(opened)) {
            try {
                Socket next = opened.accept();
                awaitRoom(opened);
                serve(next);
            } catch (IOException failed) {
                if (!opened.isClosed()) {
                    LOG.log(Level.WARNING, "MLLP could not take a connection: {0}", failed.getMessage());
                    pause(100);
                }
            } catch (RuntimeException | OutOfMemoryError failed) {
                // Out of memory here mostly means "no more threads": the next connection may find one.
                LOG.log(Level.ERROR, "MLLP could not serve a connection", failed);
                pause(100);
            }
        }
    }

    /** The next one waits here, those after it in the system's queue. */
    private void awaitRoom(ServerSocket opened) {
        boolean told = false;
        while (connections.size() >= settings.maxConnections() && goesOn(opened)) {
            if (!told) {
                LOG.log(Level.WARNING, "MLLP has {0} connections: a further one waits", connections.size());
                told = true;
            }
            connections.stream()
                    .max(Comparator.comparing(MllpConnection::idleFor))
                    .filter(silent -> silent.idleFor().compareTo(settings.yieldAfter()) > 0)
                    .ifPresent(MllpConnection::end);
            pause(LOOK_MILLIS);
        }
    }

    private static boolean goesOn(ServerSocket opened) {
        return !opened.isClosed() && !Thread.currentThread().isInterrupted();
    }

    private void watch(ServerSocket opened) {
        while (goesOn(opened)
                || !connections.isEmpty() && !Thread.currentThread().isInterrupted()) {
            connections.forEach(MllpConnection::closeIfStuck);
            pause(Math.min(WATCH_MILLIS, settings.halfFrameTimeout().toMillis()));
        }
    }

    private void serve(Socket socket) throws IOException {
        if (connections.size() >= settings.maxConnections()) {
            // The server is being stopped.
            socket.close();
            return;
        }
        MllpConnection[] self = new MllpConnection[1];
        self[0] = new MllpConnection(socket, transport, handler, settings, large, () -> connections.remove(self[0]));
        connections.add(self[0]);
        try {
            threads.newThread(self[0]).start();
        } catch (RuntimeException | OutOfMemoryError noThread) {
            connections.remove(self[0]);
            socket.close();
            throw noThread;
        }
    }

    private void awaitConnections() {
        long end = System.nanoTime() + GRACE.toNanos();
        while (!connections.isEmpty() && System.nanoTime() < end) {
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
