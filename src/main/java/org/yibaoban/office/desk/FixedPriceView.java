package org.yibaoban.office.desk;

import java.util.List;
import java.util.Optional;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.quota.payment.FixedPriceChoice;

/**
 * Whether a stay is, or may be, settled at the fixed price of its disease.
 *
 * @param offer what the agreement of its last day has for its main diagnosis
 * @param chosen what the office chose
 * @param fits whether what was chosen is still what the agreement has
 * @param history all choices, the newest first
 */
public record FixedPriceView(
        Optional<FixedPrice> offer, Optional<FixedPrice> chosen, boolean fits, List<FixedPriceChoice> history) {}
