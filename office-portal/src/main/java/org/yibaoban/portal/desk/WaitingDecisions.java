package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yibaoban.office.decision.ClaimHistory;
import org.yibaoban.office.decision.SettledOnReversed;
import org.yibaoban.office.decision.WaitingDecision;

/** What the office's desk lists of settlements: requests for a second person, and stays to look at again. */
@Named
@RequestScoped
public class WaitingDecisions {

    private static final int SHOWN = 100;

    @Inject
    private ClaimHistory history;

    private List<WaitingDecision> waiting;
    private List<SettledOnReversed> settledOnReversed;

    @PostConstruct
    void read() {
        waiting = history.waiting(SHOWN);
        settledOnReversed = history.settledOnReversed(SHOWN);
    }

    public List<WaitingDecision> getWaiting() {
        return waiting;
    }

    public List<SettledOnReversed> getSettledOnReversed() {
        return settledOnReversed;
    }
}
