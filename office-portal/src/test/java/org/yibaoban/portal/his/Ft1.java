package org.yibaoban.portal.his;

import java.math.BigDecimal;

/** Charges and credits as FT1 segments of a DFT. */
public record Ft1(String transactionId, String type, String item, String quantity, String price, String reverses) {

    public static Ft1 charge(String transactionId, String item, String quantity, String price) {
        return new Ft1(transactionId, "CG", item, quantity, price, "");
    }

    /** Takes {@code quantity} back of the charge that it names. */
    public static Ft1 credit(String transactionId, String reverses, String item, String quantity, String price) {
        return new Ft1(transactionId, "CD", item, "-" + quantity, price, reverses);
    }

    String segment(int number, String time, String department) {
        BigDecimal amount = new BigDecimal(quantity).multiply(new BigDecimal(price));
        return "FT1|" + number + "|" + transactionId + "||" + time + "|" + time + "|" + type + "|" + item + "^" + item
                + "|||" + quantity + "|" + amount.toPlainString() + "|" + price + "|" + department
                + "||||||||D990000000013||||||||||" + reverses;
    }
}
