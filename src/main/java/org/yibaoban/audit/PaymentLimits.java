package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/**
 * For whom, where and at what price the fund pays an item; an absent one sets no limit.
 *
 * @param ageMin completed years, included
 * @param ageMax completed years, included
 * @param insurance words of the insurances that pay it, such as {@code resident} or {@code work-injury}
 * @param levelMin lowest hospital level, 1 to 3
 * @param diagnoses prefixes of ICD-10 codes, one of which a diagnosis of the visit must have
 * @param maxPrice highest price per unit, in yuan
 */
public record PaymentLimits(
        Optional<Sex> sex,
        Optional<Integer> ageMin,
        Optional<Integer> ageMax,
        Optional<List<String>> insurance,
        Optional<Integer> levelMin,
        Optional<List<String>> diagnoses,
        Optional<VisitType> visit,
        Optional<BigDecimal> maxPrice) {

    public static final PaymentLimits NONE = new PaymentLimits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public PaymentLimits {
        insurance = insurance.map(List::copyOf);
        diagnoses = diagnoses.map(List::copyOf);
    }
}
