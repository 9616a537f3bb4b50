package org.yibaoban.portal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.yibaoban.his.hl7v2.Reply;

/** Writes answers one after another into a response. A caller who went away does not stop the work. */
final class HttpReply implements Reply {

    private static final Logger LOG = System.getLogger(HttpReply.class.getName());

    private final OutputStream out;
    private boolean broken;

    HttpReply(OutputStream out) {
        this.out = out;
    }

    @Override
    public void part(byte[] bytes) {
        if (broken) {
            return;
        }
        try {
            out.write(bytes);
        } catch (IOException gone) {
            broken = true;
            LOG.log(Level.INFO, "the caller of an HL7 v2 file went away: {0}", gone.getMessage());
        }
    }

    @Override
    public void end() {
        // A response has no frames.
    }
}
