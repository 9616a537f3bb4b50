package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.message.MessageBoard;
import org.yibaoban.office.message.MessageDetail;
import org.yibaoban.office.message.MessageReplay;
import org.yibaoban.portal.security.ClearData;
import org.yibaoban.portal.security.SignedIn;

/** One kept message: what stands in it, what became of it, and having it handled again. */
@Named
@ViewScoped
public class MessagePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MessageBoard board;

    @Inject
    private MessageReplay replay;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private ClearData clear;

    private long id;
    private boolean names;
    private String reason = "";
    private String clearReason = "";
    private MessageDetail message;

    /** Reads the message as it is now. */
    public void open() {
        try {
            message = board.message(id, !names);
        } catch (OfficeRefused refused) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            notices.refused(refused);
        }
    }

    /** Shows names and numbers to a user who has the right and says why. */
    public void unmask() {
        try {
            clear.shown("message#" + id, clearReason);
            names = true;
            clearReason = "";
            open();
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
    }

    /** Has the message handled again, as it is read now. */
    public void again() {
        try {
            replay.again(id, me.user().username(), reason);
            notices.done("message.replayed");
            reason = "";
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        open();
    }

    /** Null when there is no such message. */
    public MessageDetail getMessage() {
        return message;
    }

    public boolean isMasked() {
        return !names;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason.strip();
    }

    public String getClearReason() {
        return clearReason;
    }

    public void setClearReason(String clearReason) {
        this.clearReason = clearReason;
    }
}
