package org.yibaoban.his.hl7v2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;

/** A connection whose other side has said all it will say; a few bytes come at each read. */
final class FakeSocket extends Socket {

    private static final int SEGMENT = 1400;

    private final InputStream in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    FakeSocket(byte[] wire) {
        this.in = new ByteArrayInputStream(wire) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, SEGMENT));
            }
        };
    }

    byte[] said() {
        return out.toByteArray();
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public void setSoTimeout(int millis) {
        // Nothing is waited for.
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // There is no TCP.
    }

    @Override
    public void setKeepAlive(boolean on) {
        // There is no TCP.
    }

    @Override
    public void shutdownOutput() {
        // The other side hears it from the end of the stream.
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return null;
    }
}
