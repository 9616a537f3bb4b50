package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.payer.PayerLine;
import org.yibaoban.office.payer.PayerLineView;
import org.yibaoban.portal.security.SignedIn;

/** The office's look at the line to the payer: open or stopped, what waits, and the switch. */
@Named
@ViewScoped
public class PayerPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PayerLine line;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private transient PayerLineView view;
    private transient List<PayerLineView.Waiting> queue;
    private String reason = "";

    @PostConstruct
    public void refresh() {
        view = line.view();
        // a list of our own: the table sorts it in place
        queue = new ArrayList<>(view.queue());
    }

    public void stop() {
        turn(() -> line.stop(reason, me.user().username()), "payer.stopped");
    }

    public void resume() {
        turn(() -> line.resume(reason, me.user().username()), "payer.resumed");
    }

    private void turn(Runnable change, String done) {
        try {
            change.run();
            reason = "";
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    public PayerLineView getView() {
        if (view == null) {
            refresh();
        }
        return view;
    }

    public List<PayerLineView.Waiting> getQueue() {
        if (queue == null) {
            refresh();
        }
        return queue;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
