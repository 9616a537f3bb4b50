package org.yibaoban.his.hl7v2;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Hears each frame of answers as it ends. */
class EachAnswer implements Reply {

    private final Consumer<byte[]> heard;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

    EachAnswer(Consumer<byte[]> heard) {
        this.heard = heard;
    }

    @Override
    public void part(byte[] bytes) {
        frame.writeBytes(bytes);
    }

    @Override
    public void end() {
        if (frame.size() > 0) {
            byte[] whole = frame.toByteArray();
            frame.reset();
            heard.accept(whole);
        }
    }
}
