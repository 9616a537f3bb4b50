package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.yibaoban.his.cdshooks.ClientTokens;
import org.yibaoban.office.IncidentId;

/** The bearer tokens of CDS Hooks clients; they open the hooks and nothing else. */
@ApplicationScoped
public class HookTokens {

    private static final Logger LOG = System.getLogger(HookTokens.class.getName());
    private static final String SCHEME = "Bearer ";
    private static final String HOOKS = "/cds-services/";

    @Inject
    private ClientTokens tokens;

    @Inject
    private Clock clock;

    boolean isCarriedBy(HttpServletRequest request, String path) {
        String header = request.getHeader("Authorization");
        return path.startsWith(HOOKS) && header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The client whose token it is; empty when it is not accepted. The log tells why, the answer does not. */
    Optional<String> client(HttpServletRequest request, String path) {
        try {
            String token = request.getHeader("Authorization")
                    .substring(SCHEME.length())
                    .trim();
            return Optional.of(tokens.verify(token, path));
        } catch (ClientTokens.TokenRefused refused) {
            LOG.log(Level.INFO, "{0} token refused: {1}", IncidentId.next(clock), refused.getMessage());
            return Optional.empty();
        }
    }
}
