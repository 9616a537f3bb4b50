package org.yibaoban.his.dialect;

import java.util.Set;

/**
 * How a sender tells of charges.
 *
 * @param fromOrders whether the charges that ride in order messages count; else they are left to its DFT messages
 * @param refundHasOwnId whether a refund has a transaction id of its own; else it comes under the id of its charge
 * @param updates events in which a known transaction id with other content replaces the charge, such as P11
 */
public record ChargeRules(boolean fromOrders, boolean refundHasOwnId, Set<String> updates) {}
