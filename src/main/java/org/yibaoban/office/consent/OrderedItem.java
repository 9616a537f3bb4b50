package org.yibaoban.office.consent;

import java.math.BigDecimal;

/** An item on an order that is not charged yet. */
public record OrderedItem(String code, String name, BigDecimal quantity) {}
