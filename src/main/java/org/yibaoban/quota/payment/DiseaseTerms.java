package org.yibaoban.quota.payment;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;

/** Single diseases at a fixed price 单病种: the price is the same whatever the stay costs. */
public record DiseaseTerms(List<Disease> diseases) implements PaymentTerms {

    public DiseaseTerms {
        diseases = List.copyOf(diseases);
    }

    /**
     * A disease with its price.
     *
     * @param diagnoses how the code of the main diagnosis begins
     * @param price in yuan
     */
    public record Disease(String chinese, String english, List<String> diagnoses, PaymentFigure price) {
        public Disease {
            diagnoses = List.copyOf(diagnoses);
        }
    }

    @Override
    public boolean takes(PaymentStay stay) {
        return disease(stay).isPresent();
    }

    @Override
    public Optional<Payable> ofStay(PaymentStay stay, Money counted) {
        return disease(stay).map(disease -> {
            Money price = disease.price().money();
            return new Payable(
                    price,
                    "单病种 " + disease.chinese() + "：" + price,
                    "single disease " + disease.english() + ": " + price,
                    List.of(disease.price()));
        });
    }

    @Override
    public Payable ofMonth(YearMonth month, List<CountedStay> stays) {
        return PaymentTerms.sum(this, stays);
    }

    /** The one whose code says most of the diagnosis. */
    private Optional<Disease> disease(PaymentStay stay) {
        return stay.diagnosis().flatMap(this::disease);
    }

    private Optional<Disease> disease(String code) {
        return diseases.stream()
                .flatMap(disease -> disease.diagnoses().stream()
                        .filter(code::startsWith)
                        .map(start -> Map.entry(start.length(), disease)))
                .max(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    /** The price of a stay with this main diagnosis. */
    Optional<FixedPrice> priceOf(String diagnosis) {
        return disease(diagnosis)
                .map(disease -> new FixedPrice(
                        disease.chinese(),
                        disease.english(),
                        diagnosis,
                        disease.price().money()));
    }
}
