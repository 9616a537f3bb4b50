package org.yibaoban.his;

import java.io.IOException;
import org.yibaoban.office.notice.HisGateway;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver;

/** Speaks to each receiver in its own way. */
public final class HisLines implements HisGateway {

    private final HisGateway mllp;
    private final HisGateway fhir;

    public HisLines(HisGateway mllp, HisGateway fhir) {
        this.mllp = mllp;
        this.fhir = fhir;
    }

    @Override
    public byte[] write(HisReceiver receiver, HisNotice notice, String controlId) {
        return to(receiver).write(receiver, notice, controlId);
    }

    @Override
    public HisAnswer send(HisReceiver receiver, byte[] message) throws IOException {
        return to(receiver).send(receiver, message);
    }

    private HisGateway to(HisReceiver receiver) {
        return receiver.line() instanceof HisReceiver.Fhir ? fhir : mllp;
    }
}
