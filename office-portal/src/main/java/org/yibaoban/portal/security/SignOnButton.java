package org.yibaoban.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SingleSignOn;

/** The login page's second way in, and why it did not lead in. */
@Named("signOn")
@RequestScoped
public class SignOnButton {

    private static final String REFUSAL = "org.yibaoban.refusal";

    @Inject
    private SingleSignOn signOn;

    @Inject
    private HttpServletRequest request;

    private SignOnRefusal refusal;

    static void tell(HttpSession session, SignOnRefusal refusal) {
        session.setAttribute(REFUSAL, refusal);
    }

    public boolean isOn() {
        return signOn.provider().isPresent();
    }

    /** Whether the form is for administrators. */
    public boolean isFormForAdministrators() {
        return signOn.provider().filter(SignOnProvider::administratorsOnly).isPresent();
    }

    /** Whether the last attempt of this browser failed, and it was not told yet. */
    public boolean isRefused() {
        return getRefusal() != null;
    }

    /** Why; null when {@link #isRefused} is false. */
    public SignOnRefusal getRefusal() {
        HttpSession session = request.getSession(false);
        if (refusal == null && session != null) {
            refusal = (SignOnRefusal) session.getAttribute(REFUSAL);
            session.removeAttribute(REFUSAL);
        }
        return refusal;
    }
}
