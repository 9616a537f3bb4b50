package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.portal.i18n.Language;

/** What a page tells its user, in the user's language. */
@ApplicationScoped
public class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class.getName());

    @Inject
    private Language language;

    @Inject
    private Today today;

    /** Done. */
    public void done(String key) {
        add(FacesMessage.SEVERITY_INFO, language.text(key), "");
    }

    /**
     * Does something and tells what came of it.
     *
     * @param deed gives the key of the words for its success
     * @return whether it was done; false when it was refused
     */
    public boolean tell(Supplier<String> deed) {
        try {
            done(deed.get());
            return true;
        } catch (OfficeRefused refused) {
            refused(refused);
            return false;
        }
    }

    /** Expected refusals are told with their code and with what to quote, and leave a line in the log. */
    public void refused(OfficeRefused refused) {
        refused(refused.reason(), refused.subject());
    }

    public void refused(ReasonCode reason, String subject) {
        String incident = today.incident().value();
        LOG.log(Level.INFO, "{0} refused: {1}", new Object[] {incident, reason.code()});
        add(
                FacesMessage.SEVERITY_ERROR,
                reason.code() + " " + language.pick(reason.chinese(), reason.english()),
                subject + " · " + language.text("messages.incident") + " " + incident);
    }

    /** Something that the user brought is wrong; the detail says where. */
    public void fault(String key, String detail) {
        add(FacesMessage.SEVERITY_ERROR, language.text(key), detail);
    }

    private static void add(FacesMessage.Severity severity, String summary, String detail) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
    }
}
