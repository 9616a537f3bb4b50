package org.yibaoban.his.fhir.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.facade.FlagView;

/** A flag of a visit: final while it is raised, cancelled while it is not. Its id is the visit's and the flag's. */
public final class FlagResource {

    private FlagResource() {}

    public static DetectedIssue of(FlagView view) {
        StayFlag flag = view.flag();
        DetectedIssue issue = new DetectedIssue();
        issue.setStatus(view.raised() ? DetectedIssueStatus.FINAL : DetectedIssueStatus.CANCELLED);
        issue.setCode(new CodeableConcept(new Coding()
                        .setSystem(Canonical.STAY_FLAG)
                        .setCode(code(flag))
                        .setDisplay(flag.chinese()))
                .setText(flag.chinese() + " / " + flag.english()));
        issue.setSeverity(flag.blocksClaim() ? DetectedIssueSeverity.HIGH : DetectedIssueSeverity.MODERATE);
        issue.setPatient(Ids.reference("Patient", view.subject().patient()));
        issue.addImplicated(Ids.reference("Encounter", view.subject().visit()));
        return Ids.stamp(issue, view.subject().visit() + "-" + code(flag), view.changedAt());
    }

    public static String code(StayFlag flag) {
        return flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<StayFlag> flag(String code) {
        return Arrays.stream(StayFlag.values())
                .filter(flag -> code(flag).equals(code))
                .findFirst();
    }
}
