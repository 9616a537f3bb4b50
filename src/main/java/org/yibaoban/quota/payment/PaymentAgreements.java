package org.yibaoban.quota.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.quota.casegroup.CaseWeight;

/** The agreements that the office knows, past ones included. Immutable. */
public record PaymentAgreements(List<PaymentAgreement> all) {

    /** @throws IllegalArgumentException when two agreements of one payer and insurance are in force on the same day */
    public PaymentAgreements {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                requireApart(all.get(i), all.get(j));
            }
        }
    }

    private static void requireApart(PaymentAgreement one, PaymentAgreement other) {
        boolean same = one.insurance() == other.insurance() && one.payer().equals(other.payer());
        boolean overlap = one.validity().includes(other.validity().from())
                || other.validity().includes(one.validity().from());
        if (same && overlap) {
            throw new IllegalArgumentException(
                    "agreements " + one.id() + " and " + other.id() + " of one payer and insurance overlap");
        }
    }

    public Optional<PaymentAgreement> of(String id) {
        return all.stream().filter(agreement -> agreement.id().equals(id)).findFirst();
    }

    /** What a stay's group stands for, where the agreement of its last day pays it by case. */
    public Optional<CaseWeight> caseWeight(InsuredStay insured) {
        return insured.insurance()
                .flatMap(insurance -> inForce(insurance, insured.stay().end()))
                .flatMap(agreement -> agreement.caseWeight(insured.stay()));
    }

    /** The agreements with one payer. */
    public PaymentAgreements ofPayer(String payer) {
        return new PaymentAgreements(all.stream()
                .filter(agreement -> agreement.payer().equals(payer))
                .toList());
    }

    /** The agreement for an insurance on a day, among those of one payer. */
    public Optional<PaymentAgreement> inForce(InsuranceType insurance, LocalDate day) {
        return all.stream()
                .filter(agreement -> agreement.insurance() == insurance
                        && agreement.validity().includes(day))
                .findFirst();
    }
}
