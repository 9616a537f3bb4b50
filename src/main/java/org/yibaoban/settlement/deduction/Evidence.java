package org.yibaoban.settlement.deduction;

import java.time.Instant;

/**
 * A file that an appeal rests on; it is kept byte for byte.
 *
 * @param bytes its length
 * @param sha256 of its content, in hexadecimal
 */
public record Evidence(long id, String name, int bytes, String sha256, String by, Instant at) {}
