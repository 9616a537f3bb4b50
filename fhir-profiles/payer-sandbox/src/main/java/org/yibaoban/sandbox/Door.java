package org.yibaoban.sandbox;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.IncidentId;

/** Turns faults into HTTP answers: 400 no FHIR, 422 not what the profile asks for, 409 conflict, 500 with an incident id. */
final class Door {
    private static final Logger LOG = System.getLogger(Door.class.getName());
    private final Clock clock;

    Door(Clock clock) {
        this.clock = clock;
    }

    /** Answers JSON with JSON, byte for byte: a stored answer goes out as it was. */
    void exchange(HttpServletRequest request, HttpServletResponse response, UnaryOperator<byte[]> payer)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        byte[] answer = accepted(guard(() -> payer.apply(body)));
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    /** An answer that is an OperationOutcome goes out as the refusal that it is: 422. */
    byte[] accepted(byte[] answer) {
        if (FhirJson.parse(answer) instanceof OperationOutcome outcome) {
            throw new UnprocessableEntityException(FhirJson.context(), outcome);
        }
        return answer;
    }

    <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataFormatException e) {
            throw new InvalidRequestException(e.getMessage());
        } catch (MappingFault e) {
            throw new UnprocessableEntityException(e.getMessage());
        } catch (ClaimConflict e) {
            throw new ResourceVersionConflictException(e.getMessage());
        } catch (BaseServerResponseException e) {
            throw e;
        } catch (RuntimeException e) {
            IncidentId incident = IncidentId.next(clock);
            LOG.log(Level.ERROR, "incident " + incident, e);
            throw new InternalErrorException("incident " + incident);
        }
    }
}
