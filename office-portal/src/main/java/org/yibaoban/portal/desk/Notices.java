package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.portal.i18n.Language;

/** What a page tells its user, in the user's language. */
@ApplicationScoped
public class Notices {

    @Inject
    private Language language;

    /** Done. */
    public void done(String key) {
        add(FacesMessage.SEVERITY_INFO, language.text(key), "");
    }

    /** Expected refusals are told with their code, so that they can be asked about. */
    public void refused(OfficeRefused refused) {
        refused(refused.reason(), refused.subject());
    }

    public void refused(ReasonCode reason, String subject) {
        add(
                FacesMessage.SEVERITY_ERROR,
                reason.code() + " " + language.pick(reason.chinese(), reason.english()),
                subject);
    }

    private static void add(FacesMessage.Severity severity, String summary, String detail) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
    }
}
