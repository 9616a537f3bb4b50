package org.yibaoban.benefit;

import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/**
 * What the benefit rules need to know of a visit.
 *
 * @param hospitalLevel 1, 2 or 3; absent where the plan does not go by it
 * @param facility outpatient plans that go by it: village station or hospital
 * @param hospitalLiable the excess over the backstop's limit is the hospital's fault
 * @param fixedPrice the price of a fixed-price disease, in yuan
 * @param disease the registered chronic or special disease by whose terms an outpatient visit is settled
 * @param deductiblePaid of a stay's later part: what its earlier parts took of the deductible, in yuan (ADR 25)
 */
public record VisitTerms(
        VisitType type,
        Optional<Integer> hospitalLevel,
        Optional<Facility> facility,
        boolean hospitalLiable,
        Optional<Money> fixedPrice,
        Optional<RegisteredDisease> disease,
        Optional<Money> deductiblePaid) {

    /** A visit that is settled at once. */
    public VisitTerms(
            VisitType type,
            Optional<Integer> hospitalLevel,
            Optional<Facility> facility,
            boolean hospitalLiable,
            Optional<Money> fixedPrice,
            Optional<RegisteredDisease> disease) {
        this(type, hospitalLevel, facility, hospitalLiable, fixedPrice, disease, Optional.empty());
    }

    /** A visit for no registered disease. */
    public VisitTerms(
            VisitType type,
            Optional<Integer> hospitalLevel,
            Optional<Facility> facility,
            boolean hospitalLiable,
            Optional<Money> fixedPrice) {
        this(type, hospitalLevel, facility, hospitalLiable, fixedPrice, Optional.empty());
    }

    public enum Facility {
        STATION,
        HOSPITAL
    }

    public static VisitTerms inpatient(int hospitalLevel) {
        return new VisitTerms(
                VisitType.INPATIENT, Optional.of(hospitalLevel), Optional.empty(), false, Optional.empty());
    }

    /** Which of the year's sums the basic fund's pay counts to. */
    public FundPool pool() {
        if (type == VisitType.INPATIENT) {
            return deductiblePaid.isPresent() ? FundPool.LATER_PART : FundPool.STAY;
        }
        return disease.isPresent() ? FundPool.DISEASE : FundPool.OUTPATIENT;
    }
}
