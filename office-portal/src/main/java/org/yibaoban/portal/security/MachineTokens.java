package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import org.yibaoban.his.cdshooks.ClientTokens;
import org.yibaoban.his.token.SystemTokens;
import org.yibaoban.his.token.SystemTokens.SystemCaller;
import org.yibaoban.his.token.TokenRefused;
import org.yibaoban.office.IncidentId;

/**
 * The bearer tokens of machines. One of an issuer that the hospital trusts opens what its groups say; one that a client of
 * CDS Hooks made itself opens one call of the hooks.
 */
@ApplicationScoped
public class MachineTokens {

    private static final Logger LOG = System.getLogger(MachineTokens.class.getName());
    private static final String HOOKS = "/cds-services/";

    @Inject
    private ClientTokens hooks;

    @Inject
    private SystemTokens systems;

    @Inject
    private Clock clock;

    /** Whether there is an issuer, so that who brings nothing is told that tokens are taken. */
    boolean areExpected() {
        return systems.areExpected();
    }

    /**
     * @param path that is called
     * @throws TokenRefused with the reason, which the log has too; it holds nothing of the token
     */
    SystemCaller caller(String token, String path) throws TokenRefused {
        try {
            return path.startsWith(HOOKS) && !systems.isFromIssuer(token)
                    ? new SystemCaller(hooks.verify(token, path), Set.of(Role.HIS_SYSTEM.key()))
                    : systems.verify(token);
        } catch (TokenRefused refused) {
            LOG.log(Level.INFO, "{0} token refused: {1}", IncidentId.next(clock), refused.getMessage());
            throw refused;
        }
    }
}
