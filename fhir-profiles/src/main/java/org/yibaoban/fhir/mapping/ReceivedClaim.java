package org.yibaoban.fhir.mapping;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/**
 * A claim as the payer reads it. Nothing is checked but that it can be read; sums are the payer's to check.
 *
 * @param hospitalId fixmedins_code of the hospital that claims
 * @param disease opsp_dise_code, where it is claimed as an outpatient visit for a registered disease
 * @param principalDiagnosis its code
 * @param total as declared, in yuan
 * @param declared the hospital's own split, in yuan
 * @param part of a stay that is settled in parts
 * @param chargeIds the hospital's identifiers of the lines
 * @param fixedPrice that the stay is settled at, in yuan
 */
public record ReceivedClaim(
        String identifier,
        String hospitalId,
        VisitNumber visit,
        VisitType type,
        Optional<String> disease,
        int hospitalLevel,
        String memberNumber,
        InsuranceType insuranceType,
        String planId,
        LocalDateTime admittedAt,
        LocalDateTime dischargedAt,
        Optional<String> principalDiagnosis,
        List<BenefitLine> lines,
        Money total,
        Map<SettlementField, Money> declared,
        Optional<StayPart> part,
        Set<String> chargeIds,
        Optional<Money> fixedPrice) {

    /** Of a visit that is settled at once. */
    public ReceivedClaim(
            String identifier,
            String hospitalId,
            VisitNumber visit,
            VisitType type,
            Optional<String> disease,
            int hospitalLevel,
            String memberNumber,
            InsuranceType insuranceType,
            String planId,
            LocalDateTime admittedAt,
            LocalDateTime dischargedAt,
            Optional<String> principalDiagnosis,
            List<BenefitLine> lines,
            Money total,
            Map<SettlementField, Money> declared) {
        this(
                identifier,
                hospitalId,
                visit,
                type,
                disease,
                hospitalLevel,
                memberNumber,
                insuranceType,
                planId,
                admittedAt,
                dischargedAt,
                principalDiagnosis,
                lines,
                total,
                declared,
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    public ReceivedClaim {
        lines = List.copyOf(lines);
        declared = Map.copyOf(declared);
        chargeIds = Set.copyOf(chargeIds);
    }
}
