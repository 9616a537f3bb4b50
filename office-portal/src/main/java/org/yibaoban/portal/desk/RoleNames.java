package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yibaoban.control.Rights;
import org.yibaoban.control.RoleRight;
import org.yibaoban.portal.i18n.Language;

/** The roles there are, and what they are called in the user's language. */
@Named
@ApplicationScoped
public class RoleNames {

    @Inject
    private Rights rights;

    @Inject
    private Language language;

    public List<RoleRight> getAll() {
        return rights.roles();
    }

    public String of(String role) {
        return rights.role(role)
                .map(found -> language.pick(found.chinese(), found.english()))
                .orElse(role);
    }
}
