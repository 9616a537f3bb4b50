package org.yibaoban.office.tabular;

import java.math.BigDecimal;
import org.yibaoban.money.Money;

/**
 * What was loaded of one key of a table.
 *
 * @param digest of the content as understood
 * @param rows how many rows had the key; more than one where they are added up
 * @param quantity posted so far, credits negative; zero for what is no charge
 * @param parts how many postings it took
 * @param load the load that brought it last
 */
public record SeenRow(String key, String digest, int rows, BigDecimal quantity, Money amount, int parts, long load) {}
