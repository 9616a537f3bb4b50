package org.yibaoban.settlement;

import java.time.Instant;

/**
 * Something that was done about a matter, as it stays on file.
 *
 * @param by who; blank where nobody did it by hand
 * @param what was done, or where it then stood
 * @param words that were given; may be blank
 */
public record Step<E extends Enum<E>>(Instant at, String by, E what, String words) {}
