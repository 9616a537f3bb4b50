package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.VisitSummary;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.settlement.ClaimState;

/** The billing desk's search; with nothing asked, who waits to be settled comes first. */
@Named
@ViewScoped
public class BillingSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 200;

    @Inject
    private BillingDesk desk;

    @Inject
    private Language language;

    private String text = "";
    private List<VisitSummary> visits = List.of();

    @PostConstruct
    public void search() {
        // a list of our own: the table sorts it in place
        visits = new ArrayList<>(desk.find(text, SHOWN));
    }

    /** The claim's state in words; a visit without a claim says so. */
    public String state(VisitSummary visit) {
        return Arrays.stream(ClaimState.values())
                .filter(state -> state.name().equals(visit.claimState()))
                .findFirst()
                .map(state -> language.pick(state.chinese(), state.english()))
                .orElseGet(() -> language.text("claim.none"));
    }

    /** There may be more than are shown. */
    public boolean isCut() {
        return visits.size() == SHOWN;
    }

    public List<VisitSummary> getVisits() {
        return visits;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }
}
