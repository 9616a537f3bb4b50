package org.yibaoban.charge;

/** What a stay's lines can be sorted by; lines that are alike in it stand by time. */
public enum LineOrder {
    TIME,
    ITEM,
    KIND,
    CLASS,
    QUANTITY,
    PRICE,
    AMOUNT,
    FULL_SELF_PAY,
    OVER_LIMIT,
    PRE_SELF_PAY,
    IN_SCOPE
}
