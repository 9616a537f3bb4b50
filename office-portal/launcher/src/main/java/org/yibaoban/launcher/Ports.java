package org.yibaoban.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
final class Ports {

    private Ports() {}

    /** Refuses a port that something else listens on. */
    static void requireFree(int port, Setting setting) {
        try (ServerSocket trial = new ServerSocket(port)) {
            trial.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartFault("Port " + port + " is taken by another program (" + e.getMessage()
                    + "). Stop that program, or choose another port with " + setting.naming() + ".");
        }
    }

    /** A port of the loopback address that was free a moment ago. */
    static int anyFree() throws IOException {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return trial.getLocalPort();
        }
    }
}
