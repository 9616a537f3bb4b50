package org.yibaoban.benefit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.DiseaseRegistration;

/**
 * Whether an outpatient visit for a chronic or special disease is settled by the disease's terms. The hospital's estimate
 * and the payer sandbox ask the same question here.
 *
 * @param registration the one that holds; empty where the visit is settled like any other
 * @param gap why it is; empty where a registration holds
 */
public record DiseaseTerms(Optional<DiseaseRegistration> registration, Optional<DiseaseGap> gap) {

    /**
     * @param registrations all that the person has
     * @param day the day of the visit
     * @param hospital fixmedins_code of the hospital that was gone to
     */
    public static DiseaseTerms of(
            Plan plan, Collection<DiseaseRegistration> registrations, String disease, LocalDate day, String hospital) {
        List<DiseaseRegistration> ofDisease = registrations.stream()
                .filter(one -> one.disease().equals(disease))
                .toList();
        if (ofDisease.isEmpty()) {
            return without(DiseaseGap.NOT_REGISTERED);
        }
        List<DiseaseRegistration> inTime =
                ofDisease.stream().filter(one -> one.holdsOn(day)).toList();
        if (inTime.isEmpty()) {
            boolean allLater = ofDisease.stream().allMatch(one -> day.isBefore(one.from()));
            return without(allLater ? DiseaseGap.NOT_YET : DiseaseGap.EXPIRED);
        }
        Optional<DiseaseRegistration> newestHere =
                inTime.stream().filter(one -> one.isFor(hospital)).max(Comparator.comparing(DiseaseRegistration::from));
        if (newestHere.isEmpty()) {
            return without(DiseaseGap.OTHER_HOSPITAL);
        }
        return plan.settlesDisease(disease)
                ? new DiseaseTerms(newestHere, Optional.empty())
                : without(DiseaseGap.NOT_IN_PLAN);
    }

    private static DiseaseTerms without(DiseaseGap gap) {
        return new DiseaseTerms(Optional.empty(), Optional.of(gap));
    }
}
