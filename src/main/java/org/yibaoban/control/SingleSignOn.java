package org.yibaoban.control;

import java.util.Optional;
import java.util.Set;

/** Whether people come in by an identity provider, beside the login page's form; read from {@code config/single-sign-on.yaml}. */
public record SingleSignOn(Optional<SignOnProvider> provider) {

    private static final String ADMINISTRATOR = "administrator";

    /**
     * Whether somebody may come in by a password: systems and administrators always, for when the provider is away.
     *
     * @param roles of the account
     */
    public boolean mayUsePassword(Set<String> roles, Rights rights) {
        return provider.filter(SignOnProvider::administratorsOnly).isEmpty()
                || roles.contains(ADMINISTRATOR)
                || rights.areSystems(roles);
    }
}
