package org.yibaoban.fhir.mapping;

import java.time.ZoneId;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.fhir.profile.Canonical;

/**
 * Who talks to whom, and the hospital's time zone, in which the domain's local times are meant.
 *
 * @param hospitalId fixmedins_code
 * @param payerId the payer's code (such as its admdvs)
 */
public record Parties(String hospitalId, String payerId, ZoneId zone) {
    public Reference hospital() {
        return Elements.logical("Organization", Canonical.HOSPITAL, hospitalId);
    }

    public Reference payer() {
        return Elements.logical("Organization", Canonical.PAYER, payerId);
    }
}
