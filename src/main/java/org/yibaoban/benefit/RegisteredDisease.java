package org.yibaoban.benefit;

import java.util.Optional;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.money.Money;

/**
 * The registered disease by whose terms an outpatient visit is settled.
 *
 * @param code opsp_dise_code
 * @param limit what the registration itself lets the fund pay in a year, in yuan; the plan's cap holds beside it
 * @param used what the fund paid for the disease earlier in the year, in yuan
 */
public record RegisteredDisease(String code, Optional<Money> limit, Money used) {

    public static RegisteredDisease of(DiseaseRegistration registration, Money used) {
        return new RegisteredDisease(registration.disease(), registration.limit(), used);
    }
}
