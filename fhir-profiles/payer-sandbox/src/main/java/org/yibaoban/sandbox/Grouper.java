package org.yibaoban.sandbox;

import java.util.Optional;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.mapping.ReceivedClaim;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.visit.VisitType;

/** The payer's grouper: an inpatient stay by its principal diagnosis, as the agreement of the day of discharge has it. Pure. */
final class Grouper {
    private final PaymentAgreements agreements;

    /** @param agreements those of this payer */
    Grouper(PaymentAgreements agreements) {
        this.agreements = agreements;
    }

    /** Why the fixed price of a claim is not the one that the agreement has for its principal diagnosis. */
    Optional<Reason> fixedPriceFault(ReceivedClaim claim) {
        Optional<Money> agreed = agreements
                .inForce(claim.insuranceType(), claim.dischargedAt().toLocalDate())
                .flatMap(agreement -> claim.principalDiagnosis().flatMap(agreement::fixedPrice))
                .map(FixedPrice::price);
        return claim.fixedPrice()
                .filter(price -> !Optional.of(price).equals(agreed))
                .map(price -> Refusal.FIXED_PRICE_DIFFERS.because(
                        price + " <> " + agreed.map(Money::toString).orElse("none")));
    }

    /** Code of the group; empty where no table has the diagnosis. */
    Optional<String> group(ReceivedClaim claim) {
        return agreements
                .inForce(claim.insuranceType(), claim.dischargedAt().toLocalDate())
                .filter(agreement -> claim.type() == VisitType.INPATIENT)
                .flatMap(agreement -> claim.principalDiagnosis().flatMap(agreement::grouped))
                .map(CaseGroup::code);
    }
}
