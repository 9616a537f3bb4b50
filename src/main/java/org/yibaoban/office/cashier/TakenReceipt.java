package org.yibaoban.office.cashier;

import org.yibaoban.cashier.Receipt;

/** A receipt with the number of the visit that it is of. */
public record TakenReceipt(String visit, Receipt receipt) {}
