package org.yibaoban.portal.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.office.catalogue.ChangeSetView;
import org.yibaoban.portal.i18n.Language;

/** How a change set is named and coloured. */
@Named
@RequestScoped
public class ImportWords {

    @Inject
    private Language language;

    /** The colour class that goes with a set's state. */
    public String tone(ChangeSetView set) {
        return switch (set.state()) {
            case RELEASED -> "level-0";
            case REJECTED -> "tag-block";
            case OPEN -> set.isWaiting() ? "level-80" : "tag-note";
        };
    }

    /** The word for where a set is: its file's state while that is being checked. */
    public String state(ChangeSetView set) {
        return set.isOpen() && !set.isChecked()
                ? language.text("load." + set.load().orElseThrow().state())
                : language.text("import.state." + set.state());
    }

    /** One field of a change, in the session's language. */
    public String field(Facts.Difference difference) {
        return language.pick(difference.field().chinese(), difference.field().english());
    }
}
