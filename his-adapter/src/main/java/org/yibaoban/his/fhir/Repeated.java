package org.yibaoban.his.fhir;

import org.hl7.fhir.r4.model.OperationOutcome;

/** The same request was refused before: it is refused again with the same words. */
public final class Repeated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient OperationOutcome outcome;

    /** @param outcome as it was stored */
    public Repeated(int status, OperationOutcome outcome) {
        super("refused before with " + status);
        this.status = status;
        this.outcome = outcome;
    }

    public int status() {
        return status;
    }

    public OperationOutcome outcome() {
        return outcome;
    }
}
