package org.yibaoban.office.message;

import java.time.Instant;

/**
 * What is looked for in the message store.
 *
 * @param since earliest time of arrival
 * @param openOnly only those that a person should look at: held, refused, waiting
 * @param text the beginning of a control id, visit number, sender or type, or a whole incident id; all for a blank one
 */
public record MessageSearch(Instant since, boolean openOnly, String text, int limit) {

    public MessageSearch {
        text = text.strip();
    }
}
