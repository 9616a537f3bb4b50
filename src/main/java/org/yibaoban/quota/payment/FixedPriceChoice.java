package org.yibaoban.quota.payment;

import java.time.Instant;
import java.util.Optional;

/** That the office settles a stay at a fixed price, by whom and why; the last three are empty or blank while it stands. */
public record FixedPriceChoice(
        FixedPrice price,
        String reason,
        String chosenBy,
        Instant chosenAt,
        Optional<String> undoneBy,
        Optional<Instant> undoneAt,
        String undoneWhy) {}
