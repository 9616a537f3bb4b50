package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.desk.UnverifiedStay;

/** The office's list of stays whose identity or membership is not in order, while something can still be done. */
@Named
@ViewScoped
public class ExceptionsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 500;

    private static final Set<StayFlag> SHOWN =
            Set.of(StayFlag.IDENTITY_FAULT, StayFlag.MEMBERSHIP_PENDING, StayFlag.SELF_PAYING);

    @Inject
    private BillingDesk desk;

    @Inject
    private Notices notices;

    private transient List<UnverifiedStay> stays;

    @PostConstruct
    public void refresh() {
        // a list of our own: the table sorts it in place
        stays = new ArrayList<>(desk.unverified(MOST));
    }

    /** Has the payer asked once more. */
    public void verify(UnverifiedStay stay) {
        try {
            desk.verifyAgain(Visits.number(stay.visit().visit()));
            notices.done("verify.asked");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    /** Those of its flags that this list is about. */
    public Set<StayFlag> flags(UnverifiedStay stay) {
        return stay.flags().stream().filter(SHOWN::contains).collect(Collectors.toSet());
    }

    public List<UnverifiedStay> getStays() {
        return stays;
    }

    public boolean isCut() {
        return stays.size() == MOST;
    }
}
