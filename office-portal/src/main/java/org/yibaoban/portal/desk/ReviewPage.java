package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.review.ReviewCase;
import org.yibaoban.office.review.ReviewDesk;
import org.yibaoban.office.review.ReviewSample;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.review.Verdict;

/** Samples of prescriptions, the case that is judged, and what was published. */
@Named
@ViewScoped
public class ReviewPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReviewDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private final SampleWish wish = new SampleWish();
    private transient List<ReviewSample> samples;
    private transient List<ReviewCase> cases;
    private transient List<ReviewCase> published;
    private transient ReviewCase chosen;
    private long sampleId;
    private long chosenId;
    private Verdict verdict;
    private String reason = "";

    @Inject
    private Today today;

    @PostConstruct
    public void open() {
        wish.begin(today.day());
    }

    public void draw() {
        act(() -> choose(desk.draw(wish.aim(), me.user())), "review.drawn");
    }

    /** Opens a sample. */
    public void choose(long sample) {
        sampleId = sample;
        chosenId = 0;
        forget();
    }

    /** Opens a prescription of the sample. */
    public void read(long one) {
        chosenId = one;
        forget();
        verdict = getChosen().verdict().orElse(null);
        reason = getChosen().reason();
    }

    public void judge() {
        act(() -> desk.judge(chosenId, verdict, reason, me.user()), "review.didJudge");
    }

    public void publish() {
        act(() -> desk.publish(sampleId, me.user()), "review.didPublish");
    }

    private void act(Runnable deed, String done) {
        try {
            deed.run();
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        forget();
    }

    /** What is shown is read anew, once for a request. */
    private void forget() {
        samples = null;
        cases = null;
        published = null;
        chosen = null;
    }

    public List<ReviewSample> getSamples() {
        if (samples == null) {
            // a list of our own: the table sorts it in place
            samples = new ArrayList<>(me.isOfficer() ? desk.samples(me.user()) : List.of());
        }
        return samples;
    }

    /** Null until one is chosen. */
    public ReviewSample getSample() {
        return getSamples().stream()
                .filter(one -> one.id() == sampleId)
                .findFirst()
                .orElse(null);
    }

    public List<ReviewCase> getCases() {
        if (cases == null) {
            cases = new ArrayList<>(sampleId == 0 ? List.of() : desk.cases(sampleId, me.user()));
        }
        return cases;
    }

    /** With its drugs; null until one is chosen. */
    public ReviewCase getChosen() {
        if (chosen == null && chosenId != 0) {
            chosen = desk.one(chosenId, me.user());
        }
        return chosen;
    }

    public List<ReviewCase> getPublished() {
        if (published == null) {
            published = new ArrayList<>(desk.published(me.user()));
        }
        return published;
    }

    public Verdict[] getVerdicts() {
        return Verdict.values();
    }

    public SampleWish getWish() {
        return wish;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public void setVerdict(Verdict verdict) {
        this.verdict = verdict;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
