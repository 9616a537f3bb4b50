package org.yibaoban.his.fhir.write;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Outcomes;
import org.yibaoban.his.fhir.Repeated;
import org.yibaoban.office.IncidentId;

/** Keeps what is written before HAPI parses it, and turns whatever goes wrong into an answer with an incident id. */
@Interceptor
public final class RawIntake {

    private static final Logger LOG = System.getLogger(RawIntake.class.getName());
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final WriteDoor door;
    private final Clock clock;

    public RawIntake(WriteDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void keep(RequestDetails request, HttpServletRequest http) throws IOException {
        RequestTypeEnum method = request.getRequestType();
        boolean writes = method == RequestTypeEnum.PUT || method == RequestTypeEnum.POST;
        if (!writes || request.getOperation() != null) {
            return;
        }
        byte[] body = http.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new FhirFault(413, IssueType.TOOLONG, "", "内容超过 16 MB", "the body is larger than 16 MB");
        }
        request.setRequestContents(body);
        door.keep(request, sender(request), body);
    }

    static String sender(RequestDetails request) {
        return request instanceof ServletRequestDetails http
                        && http.getServletRequest().getUserPrincipal() != null
                ? http.getServletRequest().getUserPrincipal().getName()
                : "";
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException answer(RequestDetails request, Throwable failure) {
        String incident = IncidentId.next(clock).value();
        Throwable cause = reason(failure);
        if (cause instanceof Repeated repeated) {
            return new UnclassifiedServerFailureException(repeated.status(), cause.getMessage(), repeated.outcome());
        }
        FhirFault fault = Outcomes.fault(cause);
        if (fault.status() >= 500) {
            LOG.log(Level.ERROR, "incident " + incident, cause);
        } else {
            LOG.log(Level.INFO, "{0} FHIR request answered {1} {2}", incident, fault.status(), fault.type());
        }
        try {
            door.refused(request, cause, incident);
        } catch (RuntimeException notStored) {
            // it stays kept without an answer, so the sender's repetition is worked on afresh
            LOG.log(Level.ERROR, incident + ": the verdict could not be stored", notStored);
        }
        return new UnclassifiedServerFailureException(
                fault.status(), fault.english(), Outcomes.outcome(cause, fault, incident));
    }

    /** HAPI wraps what a provider throws. */
    private static Throwable reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isOurs(cause)) {
            cause = cause.getCause();
        }
        return isOurs(cause) ? cause : failure;
    }

    private static boolean isOurs(Throwable cause) {
        return cause instanceof FhirFault
                || cause instanceof Repeated
                || cause instanceof org.yibaoban.office.OfficeRefused
                || cause instanceof org.yibaoban.office.his.MustWait
                || cause instanceof org.yibaoban.fhir.mapping.MappingFault
                || cause instanceof ca.uhn.fhir.parser.DataFormatException;
    }
}
