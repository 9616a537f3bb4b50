package org.yibaoban.portal.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.indicator.QuotaWarningDesk;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaWarning;

/** The warnings at the top of every page of ward and office, until the user has acknowledged them. */
@Named
@RequestScoped
public class QuotaWarningPanel {

    /** Shown at once; the others on demand, for they would fill the screen of who looks after all departments. */
    private static final int AT_ONCE = 2;

    @Inject
    private QuotaWarningDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Places places;

    @Inject
    private Language language;

    @Inject
    private Notices notices;

    private List<QuotaWarning> warnings;

    public List<QuotaWarning> getWarnings() {
        if (warnings == null) {
            warnings = desk.unseen(me.user(), me.isOfficer());
        }
        return warnings;
    }

    /** What came last. */
    public List<QuotaWarning> getNewest() {
        return getWarnings().stream().limit(AT_ONCE).toList();
    }

    public List<QuotaWarning> getOlder() {
        return getWarnings().stream().skip(AT_ONCE).toList();
    }

    /** Acknowledges what is on file now; one that comes between the look and the press is among them. */
    public void allSeen() {
        getWarnings().forEach(warning -> seen(warning.id()));
    }

    public void seen(long id) {
        try {
            desk.seen(id, me.user(), me.isOfficer());
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        warnings = null;
    }

    /** Whose quota it is. */
    public String subject(QuotaWarning warning) {
        return switch (warning.scope()) {
            case "DEPARTMENT" -> places.department(warning.code());
            case "DOCTOR" -> places.doctor(warning.code());
            default -> places.getHospital();
        };
    }

    public String measure(QuotaWarning warning) {
        return QuotaMeasure.ofKey(warning.measure())
                .map(measure -> language.pick(measure.chinese(), measure.english()))
                .orElse(warning.measure());
    }

    /** The month or year. */
    public String period(QuotaWarning warning) {
        return warning.start().toString().substring(0, warning.period().equals("MONTH") ? 7 : 4);
    }

    /** 80, 90 or 100, as the pages' colours know it. */
    public int colour(QuotaWarning warning) {
        return QuotaLevel.shown(warning.level());
    }
}
