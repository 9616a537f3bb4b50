package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.yibaoban.office.Users;

/** Lets the container ask the office's users. */
@ApplicationScoped
public class OfficeIdentityStore implements IdentityStore {

    @Inject
    private Users users;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return users.authenticate(given.getCaller(), given.getPasswordAsString())
                .map(account -> new CredentialValidationResult(
                        new OfficeCaller(account), account.user().roles()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
