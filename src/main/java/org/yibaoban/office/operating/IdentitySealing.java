package org.yibaoban.office.operating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.yibaoban.store.IdentityKeys;
import org.yibaoban.store.Patients;

/** Identity numbers are stored sealed where keys are set, and sealed anew when the key changes. */
@ApplicationScoped
public class IdentitySealing {

    private static final Logger LOG = System.getLogger(IdentitySealing.class.getName());
    private static final int A_TIME = 500;

    @Inject
    private Patients patients;

    /**
     * Before anything of persons is read.
     *
     * @param keys {@code id:base64,...}; the first seals. Blank: numbers are stored as they are
     * @throws IllegalArgumentException when they are not so
     */
    public void begin(String keys) {
        if (keys.isBlank()) {
            LOG.log(
                    Level.WARNING,
                    "identity numbers are stored in clear: no yibaoban.identity.keys (docs/operating.md)");
        }
        IdentityKeys.use(IdentityKeys.of(keys));
    }

    /** Seals some that are not sealed under the present key; whether there may be more. */
    @Transactional
    public boolean sealSome() {
        return patients.sealAnew(A_TIME) == A_TIME;
    }
}
