package org.yibaoban.office.stay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.quota.payment.PaymentAgreement;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitType;

/** Fixed prices of diseases as the agreement with the payer has them on the day that settles a stay. */
@ApplicationScoped
public class FixedPrices {

    @Inject
    private PaymentAgreements agreements;

    /** A price with the agreement that it is of. */
    public record Offer(String agreement, FixedPrice price) {}

    /** For the main diagnosis of a stay; empty where its agreement has none for it. */
    public Optional<Offer> offer(VisitRow visit, LocalDate day) {
        Optional<PaymentAgreement> agreement = visit.insurance()
                .filter(insurance -> visit.type() == VisitType.INPATIENT)
                .flatMap(insurance -> agreements.inForce(insurance, day));
        return agreement.flatMap(found -> visit.diagnoses().stream()
                .findFirst()
                .flatMap(main -> found.fixedPrice(main.code()))
                .map(price -> new Offer(found.id(), price)));
    }

    /** Whether the chosen price is still the agreement's: the main diagnosis or the day may have changed since. */
    public boolean fits(VisitRow visit, LocalDate day) {
        return visit.fixedPrice()
                .map(chosen -> offer(visit, day)
                        .filter(offer -> offer.price().price().equals(chosen.price())
                                && offer.price().chinese().equals(chosen.chinese()))
                        .isPresent())
                .orElse(true);
    }
}
