package org.yibaoban.control;

import java.time.Duration;

/**
 * How often one may guess, and how long a session lasts at most.
 *
 * @param failures wrong passwords in a row, after which an account is locked
 * @param locked how long it is locked, unless the administrator unlocks it before
 * @param session how long a session lasts however busy it is; an idle one ends as {@code web.xml} says
 * @param failuresPerAddress wrong passwords in a minute, after which an address is not listened to
 */
public record LoginRules(int failures, Duration locked, Duration session, int failuresPerAddress) {}
