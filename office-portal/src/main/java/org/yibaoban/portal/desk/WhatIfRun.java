package org.yibaoban.portal.desk;

import java.util.Optional;
import org.yibaoban.office.whatif.WhatIf;
import org.yibaoban.office.whatif.WhatIfProgress;

/** A comparison that goes on while its page is looked at. Written by its own thread, read by the page's. */
final class WhatIfRun implements WhatIfProgress {

    private volatile long done;
    private volatile long of;
    private volatile WhatIf result;
    private volatile String incident;

    @Override
    public void at(long stays, long all) {
        of = all;
        done = stays;
    }

    void finished(WhatIf comparison) {
        result = comparison;
    }

    /** @param incidentId what the log holds the reason under */
    void failed(String incidentId) {
        incident = incidentId;
    }

    boolean isGoing() {
        return result == null && incident == null;
    }

    /** Stays looked at, of all in the period, in percent. */
    int percent() {
        return of == 0 ? 0 : (int) Math.min(100, 100 * done / of);
    }

    Optional<WhatIf> result() {
        return Optional.ofNullable(result);
    }

    Optional<String> incident() {
        return Optional.ofNullable(incident);
    }
}
