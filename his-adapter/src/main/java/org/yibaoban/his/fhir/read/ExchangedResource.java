package org.yibaoban.his.fhir.read;

import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.ExchangedView;

/** What went to the payer and what came back, as it was, but for the id and the time that this server gives it. */
public final class ExchangedResource {

    private ExchangedResource() {}

    /** @param identified whether the reader may see identity numbers; they are masked otherwise */
    public static Claim claim(ExchangedView view, boolean identified) {
        Claim claim = FhirJson.parse(Claim.class, view.content());
        if (!identified) {
            PatientResource.mask(claim.getContained());
        }
        return Ids.stamp(claim, Long.toString(view.id()), view.changedAt());
    }

    /** An answer to a claim; an answer to the question what became of it comes as a bundle of one. */
    public static ClaimResponse answer(ExchangedView view) {
        IBaseResource received = FhirJson.parse(view.content());
        ClaimResponse answer = received instanceof Bundle bundle
                ? (ClaimResponse) bundle.getEntryFirstRep().getResource()
                : (ClaimResponse) received;
        return Ids.stamp(answer, Long.toString(view.id()), view.changedAt());
    }
}
