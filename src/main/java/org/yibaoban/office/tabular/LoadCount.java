package org.yibaoban.office.tabular;

import org.yibaoban.money.Money;

/**
 * How far the rows of a load are.
 *
 * @param rows read so far
 * @param leftOut not wanted by the map, such as payments in a table of charges
 * @param loaded told to the office and applied; in a dry run what would be
 * @param repeated loaded before with the same content
 * @param waiting told to the office, and waiting for their visit or charge
 * @param rejected with a reason each
 * @param amount of the loaded and waiting charges, credits taken off
 */
public record LoadCount(
        long rows, long leftOut, long loaded, long repeated, long waiting, long rejected, Money amount) {

    public static final LoadCount NONE = new LoadCount(0, 0, 0, 0, 0, 0, Money.ZERO);

    public LoadCount plus(LoadCount more) {
        return new LoadCount(
                rows + more.rows,
                leftOut + more.leftOut,
                loaded + more.loaded,
                repeated + more.repeated,
                waiting + more.waiting,
                rejected + more.rejected,
                amount.plus(more.amount));
    }
}
