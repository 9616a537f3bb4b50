package org.yibaoban.portal.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yibaoban.portal.security.SignedIn;

/** The menu of the one who is signed in: the pages of the roles, in groups; nothing before the login. */
@Named("menu")
@RequestScoped
public class Menu {

    @Inject
    private SignedIn me;

    /** A group with the pages that are shown of it. */
    public record Part(MenuGroup group, List<MenuPage> pages) {}

    /** Groups without a page are left out. */
    public List<Part> getParts() {
        return me.isPresent() ? partsFor(me.user().roles()) : List.of();
    }

    static List<Part> partsFor(Set<String> roles) {
        return Arrays.stream(MenuGroup.values())
                .map(group -> new Part(group, pagesOf(group, roles)))
                .filter(part -> !part.pages().isEmpty())
                .toList();
    }

    private static List<MenuPage> pagesOf(MenuGroup group, Set<String> roles) {
        return Arrays.stream(MenuPage.values())
                .filter(page -> page.group() == group && page.isFor(roles))
                .toList();
    }

    /** Whether the open page is this one, or one that is reached from it. */
    public boolean isHere(MenuPage page) {
        return page.holds(FacesContext.getCurrentInstance().getViewRoot().getViewId());
    }
}
