package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.ZoneId;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.office.facade.HisReads;

/**
 * What the readers read from.
 *
 * @param parties hospital, payer, and the zone of the hospital's local times
 * @param identifiedRole who has it sees identity numbers; all others see that there is one
 */
public record Office(HisReads reads, Parties parties, String identifiedRole) {

    ZoneId zone() {
        return parties.zone();
    }

    boolean identified(RequestDetails request) {
        return request instanceof ServletRequestDetails http
                && http.getServletRequest().isUserInRole(identifiedRole);
    }
}
