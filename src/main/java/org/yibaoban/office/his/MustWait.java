package org.yibaoban.office.his;

import org.yibaoban.visit.VisitNumber;

/** A command of several that belong together came before what it needs; it holds ids only. */
public class MustWait extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient VisitNumber visit;

    public MustWait(VisitNumber visit, String reason) {
        super(reason);
        this.visit = visit;
    }

    public VisitNumber visit() {
        return visit;
    }
}
