package org.yibaoban.his.hl7v2;

import java.util.List;

/** The inbox of this module's tests keeps the contract that the real one keeps. */
class MemoryInboxTest extends HisInboxContract {

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, Messages.CLOCK);

    @Override
    protected byte[] send(byte[] frame) {
        return intake.receive(frame);
    }

    @Override
    protected List<Stored> stored(String controlId) {
        return inbox.entries.values().stream()
                .filter(entry -> entry.message.controlId().equals(controlId))
                .map(entry -> new Stored(entry.verdict, entry.message.content(), entry.incident))
                .toList();
    }

    @Override
    protected List<String> ledger(String beginning) {
        return inbox.ledger.keySet().stream()
                .filter(id -> id.startsWith(beginning))
                .sorted()
                .toList();
    }

    @Override
    protected void breakLedger(String beginning) {
        inbox.unpostable = beginning;
    }

    @Override
    protected void mendLedger() {
        inbox.unpostable = "";
    }
}
