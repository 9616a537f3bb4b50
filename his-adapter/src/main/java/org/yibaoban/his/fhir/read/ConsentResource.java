package org.yibaoban.his.fhir.read;

import java.util.Date;
import org.hl7.fhir.r4.model.Consent;
import org.yibaoban.fhir.mapping.ConsentMapping;
import org.yibaoban.office.facade.ConsentView;

/** A consent form with references to the rows of this server. */
final class ConsentResource {

    private ConsentResource() {}

    static Consent of(ConsentView view, ConsentMapping mapping) {
        Consent resource = mapping.toFhir(view.consent());
        resource.setId(String.valueOf(view.id()));
        resource.getMeta().setLastUpdated(Date.from(view.changedAt()));
        resource.getPatient().setReference("Patient/" + view.subject().patient());
        resource.getProvision()
                .getDataFirstRep()
                .getReference()
                .setReference("Encounter/" + view.subject().visit());
        return resource;
    }
}
