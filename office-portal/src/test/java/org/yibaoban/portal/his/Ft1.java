package org.yibaoban.portal.his;

import java.math.BigDecimal;

/**
 * Charges and credits as FT1 segments of a DFT.
 *
 * @param order number of the order that it is charged for; blank for none
 * @param supply FT1-51 and on, where a dialect has fields of its own; blank for none
 */
public record Ft1(
        String transactionId,
        String type,
        String item,
        String quantity,
        String price,
        String reverses,
        String order,
        String supply) {

    public static Ft1 charge(String transactionId, String item, String quantity, String price) {
        return new Ft1(transactionId, "CG", item, quantity, price, "", "", "");
    }

    /** Takes {@code quantity} back of the charge that it names. */
    public static Ft1 credit(String transactionId, String reverses, String item, String quantity, String price) {
        return new Ft1(transactionId, "CD", item, "-" + quantity, price, reverses, "", "");
    }

    public Ft1 ofOrder(String number) {
        return new Ft1(transactionId, type, item, quantity, price, reverses, number, supply);
    }

    public Ft1 supplied(String fields) {
        return new Ft1(transactionId, type, item, quantity, price, reverses, order, fields);
    }

    String segment(int number, String time, String department) {
        BigDecimal amount = new BigDecimal(quantity).multiply(new BigDecimal(price));
        return "FT1|" + number + "|" + transactionId + "||" + time + "|" + time + "|" + type + "|" + item + "^" + item
                + "|||" + quantity + "|" + amount.toPlainString() + "|" + price + "|" + department
                + "||||||||D990000000013||" + order + "||||||||" + reverses
                + (supply.isEmpty() ? "" : "|".repeat(20) + supply);
    }
}
