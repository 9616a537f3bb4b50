package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.yibaoban.control.Rights;
import org.yibaoban.control.SingleSignOn;
import org.yibaoban.office.Users;

/** Lets the container ask the office's users, but for those who are to come by the identity provider. */
@ApplicationScoped
public class OfficeIdentityStore implements IdentityStore {

    @Inject
    private Users users;

    @Inject
    private SingleSignOn signOn;

    @Inject
    private Rights rights;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return users.authenticate(given.getCaller(), given.getPasswordAsString())
                .filter(account -> signOn.mayUsePassword(account.user().roles(), rights))
                .map(account -> new CredentialValidationResult(
                        new OfficeCaller(account), account.user().roles()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
