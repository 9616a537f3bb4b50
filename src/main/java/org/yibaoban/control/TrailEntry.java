package org.yibaoban.control;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Who did or read what, when, from where, and why.
 *
 * @param at to the microsecond, as the database keeps it
 * @param address from where, as the network tells it
 * @param door the page or interface
 * @param deed such as {@code read}, {@code login}, or what was changed ({@code claim_decision insert})
 * @param subjects whose data, by visit number, or which account; with blanks between
 * @param before what stood there before, as JSON; empty for what is new and what was only read
 * @param after what stands there since, as JSON
 */
public record TrailEntry(
        Instant at,
        String who,
        String address,
        String door,
        String deed,
        String subjects,
        String before,
        String after,
        String why)
        implements Serializable {

    List<String> fields() {
        return List.of(at.toString(), who, address, door, deed, subjects, before, after, why);
    }
}
