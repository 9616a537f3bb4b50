package org.yibaoban.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.OfficeRefused;

/** An expected refusal as JSON: its code, what and why, in both languages, and what to quote. */
@Provider
public class RefusalMapper implements ExceptionMapper<OfficeRefused> {

    private static final Logger LOG = System.getLogger(RefusalMapper.class.getName());

    @Inject
    private Clock clock;

    @Override
    public Response toResponse(OfficeRefused refused) {
        IncidentId incident = IncidentId.next(clock);
        LOG.log(Level.INFO, "{0} refused: {1}", incident, refused.getMessage());
        int status = switch (refused.reason()) {
            case VISIT_UNKNOWN, CONSENT_UNKNOWN, RECEIPT_UNKNOWN -> 404;
            case NOT_ALLOWED -> 403;
            case BAD_REQUEST, CONSENT_FORM, MONEY_AMOUNT -> 400;
            default -> 409;
        };
        return Told.in(
                        Response.status(status),
                        refused.reason().code(),
                        refused.reason().chinese() + "（" + refused.subject() + "）",
                        refused.getMessage(),
                        incident)
                .build();
    }
}
