package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.FixedPrice;

/** The fixed price that a stay is settled at, as it was chosen; all empty where none is. */
@Embeddable
public class FixedPriceColumns {

    @Column(name = "fixed_price")
    private Money price;

    @Column(name = "fixed_disease")
    private String disease;

    @Column(name = "fixed_english")
    private String english;

    @Column(name = "fixed_diagnosis")
    private String diagnosis;

    protected FixedPriceColumns() {}

    FixedPriceColumns(FixedPrice chosen) {
        this.price = chosen.price();
        this.disease = chosen.chinese();
        this.english = chosen.english();
        this.diagnosis = chosen.diagnosis();
    }

    Optional<FixedPrice> chosen() {
        return Optional.ofNullable(price).map(yuan -> new FixedPrice(disease, english, diagnosis, yuan));
    }
}
