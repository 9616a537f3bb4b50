package org.yibaoban.portal.desk;

import static org.yibaoban.portal.security.Role.ADMINISTRATOR;
import static org.yibaoban.portal.security.Role.AUDITOR;
import static org.yibaoban.portal.security.Role.BILLING_CLERK;
import static org.yibaoban.portal.security.Role.INSURANCE_OFFICER;
import static org.yibaoban.portal.security.Role.WARD_DOCTOR;

import java.util.Collection;
import java.util.Set;
import org.yibaoban.portal.security.Role;

/**
 * The pages that stand in the menu, in its order. Whom they are shown to; who is let in is in {@code web.xml}, and a test
 * holds the two together.
 */
public enum MenuPage {
    WARD(MenuGroup.DESKS, "ward", Set.of("stay", "consent"), WARD_DOCTOR, INSURANCE_OFFICER),
    BILLING(MenuGroup.DESKS, "billing", Set.of("bill"), BILLING_CLERK, INSURANCE_OFFICER),
    CASHIER(MenuGroup.DESKS, "cashier", Set.of("closing"), Role.CASHIER, INSURANCE_OFFICER),
    OFFICE(MenuGroup.DESKS, "office", Set.of(), INSURANCE_OFFICER),
    BULLETINS(MenuGroup.DESKS, "bulletins", Set.of(), WARD_DOCTOR, BILLING_CLERK, INSURANCE_OFFICER),
    INDICATORS(MenuGroup.FIGURES, "indicators", Set.of(), INSURANCE_OFFICER),
    QUOTAS(MenuGroup.FIGURES, "quotas", Set.of(), INSURANCE_OFFICER),
    PAYMENT(MenuGroup.FIGURES, "payment", Set.of(), INSURANCE_OFFICER),
    REPORTS(MenuGroup.FIGURES, "reports", Set.of(), INSURANCE_OFFICER),
    AUDIT(MenuGroup.CONTROL, "audit", Set.of(), INSURANCE_OFFICER),
    CONSENTS(MenuGroup.CONTROL, "consents", Set.of(), INSURANCE_OFFICER),
    REVIEW(MenuGroup.CONTROL, "review", Set.of(), WARD_DOCTOR, INSURANCE_OFFICER),
    EXCEPTIONS(MenuGroup.CONTROL, "exceptions", Set.of(), INSURANCE_OFFICER),
    COMPLAINTS(MenuGroup.CONTROL, "complaints", Set.of(), INSURANCE_OFFICER),
    TRAIL(MenuGroup.CONTROL, "trail", Set.of(), AUDITOR),
    USERS(MenuGroup.CONTROL, "users", Set.of(), ADMINISTRATOR),
    CATALOGUE(MenuGroup.POLICY, "catalogue", Set.of("catalogue-import", "mapping"), WARD_DOCTOR, INSURANCE_OFFICER),
    PLANNING(MenuGroup.POLICY, "planning", Set.of(), INSURANCE_OFFICER),
    PAYER(MenuGroup.EXCHANGE, "payer", Set.of(), INSURANCE_OFFICER),
    RECONCILIATION(MenuGroup.EXCHANGE, "reconciliation", Set.of(), INSURANCE_OFFICER),
    DEDUCTIONS(MenuGroup.EXCHANGE, "deductions", Set.of(), INSURANCE_OFFICER),
    CLEARING(MenuGroup.EXCHANGE, "clearing", Set.of(), INSURANCE_OFFICER),
    MESSAGES(MenuGroup.EXCHANGE, "messages", Set.of("message"), INSURANCE_OFFICER),
    TABLES(MenuGroup.EXCHANGE, "tables", Set.of(), INSURANCE_OFFICER);

    private final MenuGroup group;
    private final String page;
    private final Set<String> below;
    private final Set<Role> shownTo;

    /** @param below the pages that are reached from this one and have no entry of their own */
    MenuPage(MenuGroup group, String page, Set<String> below, Role... shownTo) {
        this.group = group;
        this.page = page;
        this.below = below;
        this.shownTo = Set.of(shownTo);
    }

    public MenuGroup group() {
        return group;
    }

    /** The page's file without its ending; also the end of its keys in the texts. */
    public String page() {
        return page;
    }

    /** @param roles keys of {@link Role} */
    boolean isFor(Collection<String> roles) {
        return shownTo.stream().anyMatch(role -> roles.contains(role.key()));
    }

    /** @param viewId as Faces names it, {@code /ward.xhtml} */
    boolean holds(String viewId) {
        String name = viewId.replaceAll("^/|\\.xhtml$", "");
        return page.equals(name) || below.contains(name);
    }
}
