package org.yibaoban.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigInteger;
import org.yibaoban.audit.ExactAmount;

/** An exact amount as numerator/denominator. */
@Converter(autoApply = true)
public class ExactAmountColumn implements AttributeConverter<ExactAmount, String> {

    private static final String OVER = "/";

    @Override
    public String convertToDatabaseColumn(ExactAmount amount) {
        return amount == null ? null : amount.numerator() + OVER + amount.denominator();
    }

    @Override
    public ExactAmount convertToEntityAttribute(String column) {
        if (column == null) {
            return null;
        }
        int over = column.indexOf(OVER);
        return new ExactAmount(
                new BigInteger(column.substring(0, over)), new BigInteger(column.substring(over + OVER.length())));
    }
}
