package org.yibaoban.review;

import java.math.BigDecimal;
import org.yibaoban.money.Money;

/**
 * A drug among others in a month.
 *
 * @param quantity net of what was taken back, in the drug's unit
 * @param amount net, in yuan
 */
public record DrugRank(String item, String name, String unit, BigDecimal quantity, Money amount) {}
