package org.yibaoban.membership;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A chronic or special disease that a person is registered for, so that outpatient visits for it have terms of their own
 * (门诊慢特病备案; national transactions 2503, 2504).
 *
 * @param disease the payer's code of the disease, opsp_dise_code
 * @param from the first day on which it holds
 * @param to the last one; empty while it has no end
 * @param hospital fixmedins_code of the designated hospital; empty where any may be gone to
 * @param limit what the fund pays at most for the disease in a calendar year by the registration itself, in yuan
 */
public record DiseaseRegistration(
        String disease,
        String name,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> hospital,
        Optional<Money> limit) {

    /** @throws IllegalArgumentException for a blank code, an end before the beginning, or a negative limit */
    public DiseaseRegistration {
        Objects.requireNonNull(from, "from");
        if (disease.isBlank()) {
            throw new IllegalArgumentException("a registration without the code of its disease");
        }
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException(
                    "the registration ends on " + to.get() + ", before it starts on " + from);
        }
        if (limit.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException("the limit is negative: " + limit.get());
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean isFor(String hospitalCode) {
        return hospital.map(hospitalCode::equals).orElse(true);
    }
}
