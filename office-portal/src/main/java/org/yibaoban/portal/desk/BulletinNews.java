package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.yibaoban.office.bulletin.BulletinDesk;
import org.yibaoban.portal.security.SignedIn;

/** How many bulletins the user has not read, told on the desks' first pages. */
@Named
@ViewScoped
public class BulletinNews implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BulletinDesk desk;

    @Inject
    private SignedIn me;

    private int unread;

    @PostConstruct
    void count() {
        unread = desk.unread(me.user().username());
    }

    public int getUnread() {
        return unread;
    }
}
