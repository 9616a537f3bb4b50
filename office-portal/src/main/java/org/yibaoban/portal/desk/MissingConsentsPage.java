package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.consent.ConsentDesk;
import org.yibaoban.office.consent.MissingConsents;
import org.yibaoban.portal.security.SignedIn;

/** The office's list of stays with consent due, while the patients are still there. */
@Named
@ViewScoped
public class MissingConsentsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    @Inject
    private ConsentDesk desk;

    @Inject
    private SignedIn me;

    private List<MissingConsents> stays = List.of();

    @PostConstruct
    public void refresh() {
        // a list of our own: the table sorts it in place
        stays = new ArrayList<>(desk.missing(MOST, me.user()));
    }

    public List<MissingConsents> getStays() {
        return stays;
    }
}
