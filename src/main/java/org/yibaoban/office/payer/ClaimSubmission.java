package org.yibaoban.office.payer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/**
 * All that a claim says.
 *
 * @param identifier made and stored before the first send, kept over every retry
 * @param created when the claim was made, in the hospital's local time
 * @param disease opsp_dise_code of the registered disease by whose terms an outpatient visit is settled
 * @param dischargedAt end of the stay; of a part of a stay that goes on, the end of its last day
 * @param part of a stay that is settled in parts
 * @param fixedPrice of its disease, in yuan, where the stay is settled at one (psn_setlway 02)
 * @param estimate our own arithmetic, against which the answer is checked
 */
public record ClaimSubmission(
        String identifier,
        LocalDateTime created,
        VisitNumber visit,
        VisitType type,
        Optional<String> disease,
        int hospitalLevel,
        PatientDetails patient,
        Membership membership,
        LocalDateTime admittedAt,
        LocalDateTime dischargedAt,
        List<Diagnosis> diagnoses,
        List<Line> lines,
        Settlement estimate,
        Optional<StayPart> part,
        Optional<Money> fixedPrice) {

    /** Of a visit that is settled by its charges (psn_setlway 01). */
    public ClaimSubmission(
            String identifier,
            LocalDateTime created,
            VisitNumber visit,
            VisitType type,
            Optional<String> disease,
            int hospitalLevel,
            PatientDetails patient,
            Membership membership,
            LocalDateTime admittedAt,
            LocalDateTime dischargedAt,
            List<Diagnosis> diagnoses,
            List<Line> lines,
            Settlement estimate,
            Optional<StayPart> part) {
        this(
                identifier,
                created,
                visit,
                type,
                disease,
                hospitalLevel,
                patient,
                membership,
                admittedAt,
                dischargedAt,
                diagnoses,
                lines,
                estimate,
                part,
                Optional.empty());
    }

    /** Of a visit that is settled at once. */
    public ClaimSubmission(
            String identifier,
            LocalDateTime created,
            VisitNumber visit,
            VisitType type,
            Optional<String> disease,
            int hospitalLevel,
            PatientDetails patient,
            Membership membership,
            LocalDateTime admittedAt,
            LocalDateTime dischargedAt,
            List<Diagnosis> diagnoses,
            List<Line> lines,
            Settlement estimate) {
        this(
                identifier,
                created,
                visit,
                type,
                disease,
                hospitalLevel,
                patient,
                membership,
                admittedAt,
                dischargedAt,
                diagnoses,
                lines,
                estimate,
                Optional.empty());
    }

    /**
     * A line of the ledger; a reversal has a negative quantity and amount.
     *
     * @param sequence from 1, in the ledger's order
     * @param reverses the sequence of the line that it takes back
     */
    public record Line(
            int sequence,
            String chargeId,
            Optional<String> nationalCode,
            String hospitalCode,
            String name,
            ChargeType chargeType,
            ItemClass itemClass,
            Optional<Rate> preSelfPayRate,
            Optional<BigDecimal> unitLimit,
            boolean waived,
            BigDecimal quantity,
            BigDecimal unitPrice,
            Money amount,
            LocalDateTime at,
            Optional<Integer> reverses) {}
}
