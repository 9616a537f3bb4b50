package org.yibaoban.portal.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yibaoban.control.PasswordRules;
import org.yibaoban.control.Rights;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.control.UserDesk;
import org.yibaoban.portal.security.SignedIn;

/** Everybody's own password. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    private UserDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Rights rights;

    @Inject
    private Notices notices;

    private String old;
    private String wanted;
    private String again;

    public void change() {
        try {
            if (!wanted.equals(again)) {
                throw new OfficeRefused(ReasonCode.PASSWORD_WEAK, "两次输入不一致 / not the same twice", "");
            }
            desk.changeOwn(me.user().username(), old, wanted);
            me.renew();
            notices.done("password.changed");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
    }

    /** Whether nothing else can be done before. */
    public boolean isDue() {
        return me.isPasswordDue();
    }

    public PasswordRules getRules() {
        return rights.passwords();
    }

    public String getOld() {
        return old;
    }

    public void setOld(String old) {
        this.old = old;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
