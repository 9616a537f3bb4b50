package org.yibaoban.portal.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Who may do what; the names are those of {@code web.xml} and of the users' file. */
public enum Role {
    WARD_DOCTOR("ward-doctor", Optional.of("/ward.xhtml")),
    INSURANCE_OFFICER("insurance-officer", Optional.of("/office.xhtml")),
    AUDITOR("auditor", Optional.of("/trail.xhtml")),
    ADMINISTRATOR("administrator", Optional.of("/users.xhtml")),
    BILLING_CLERK("billing-clerk", Optional.of("/billing.xhtml")),
    /** Takes and gives money; who settles does not. */
    CASHIER("cashier", Optional.of("/cashier.xhtml")),
    /** A right beside a role: sees names and identity numbers where they are masked for others. */
    PERSONAL_DATA("personal-data", Optional.empty()),
    /** A machine; it has no page. */
    HIS_SYSTEM("his-system", Optional.empty());

    private final String key;
    private final Optional<String> desk;

    Role(String key, Optional<String> desk) {
        this.key = key;
        this.desk = desk;
    }

    public String key() {
        return key;
    }

    /** The page where a user of these roles begins: the office's before the others; empty for machines. */
    public static Optional<String> deskOf(Collection<String> roles) {
        if (roles.contains(INSURANCE_OFFICER.key)) {
            return INSURANCE_OFFICER.desk;
        }
        return Arrays.stream(values())
                .filter(role -> roles.contains(role.key))
                .flatMap(role -> role.desk.stream())
                .findFirst();
    }
}
