package org.yibaoban.his.hl7v2;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** Writes answers as MLLP frames, part by part. After the other side went away it swallows the rest. For one thread. */
final class FrameWriter implements Reply {

    /** For answers that nobody waits for. */
    static final Reply NOWHERE = new Reply() {
        @Override
        public void part(byte[] bytes) {
            // Nobody waits.
        }

        @Override
        public void end() {
            // Nobody waits.
        }
    };

    private static final System.Logger LOG = System.getLogger(FrameWriter.class.getName());

    private final OutputStream out;
    private final AtomicLong writingSince;
    private boolean open;
    private boolean broken;

    /** @param writingSince holds the time since when a write lasts, 0 while none does */
    FrameWriter(OutputStream out, AtomicLong writingSince) {
        this.out = new BufferedOutputStream(out);
        this.writingSince = writingSince;
    }

    @Override
    public void part(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        attempt(() -> {
            if (!open) {
                out.write(FrameReader.START);
                open = true;
            }
            out.write(bytes);
        });
    }

    @Override
    public void end() {
        if (!open) {
            return;
        }
        open = false;
        attempt(() -> {
            out.write(FrameReader.END);
            out.write(FrameReader.RETURN);
            out.flush();
        });
    }

    boolean isBroken() {
        return broken;
    }

    private void attempt(Writing writing) {
        if (broken) {
            return;
        }
        writingSince.set(System.nanoTime());
        try {
            writing.write();
        } catch (IOException gone) {
            broken = true;
            LOG.log(Level.DEBUG, "an answer could not be written: {0}", gone.getMessage());
        } finally {
            writingSince.set(0);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
