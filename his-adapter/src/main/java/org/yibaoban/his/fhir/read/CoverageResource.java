package org.yibaoban.his.fhir.read;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.mapping.PersonMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.MemberView;

/** What the payer said of a person's insurance for one visit; it has the id of the visit. */
public final class CoverageResource {

    private CoverageResource() {}

    /** @param parties hospital and payer */
    public static Coverage of(MemberView view, Parties parties) {
        Coverage coverage = PersonMapping.coverage(view.membership(), parties.payer());
        coverage.getMeta().addProfile(Canonical.structure("yb-coverage"));
        coverage.addIdentifier(
                Elements.identifier(Canonical.COVERAGE_OF_VISIT, view.visit().value()));
        coverage.setStatus(view.inForce() ? CoverageStatus.ACTIVE : CoverageStatus.CANCELLED);
        coverage.setBeneficiary(Ids.reference("Patient", view.subject().patient()));
        coverage.addExtension(Elements.extension(
                "standing",
                new Coding()
                        .setSystem(Canonical.STANDING)
                        .setCode(view.membership().member().standing().name())));
        return Ids.stamp(coverage, Long.toString(view.subject().visit()), view.changedAt());
    }
}
