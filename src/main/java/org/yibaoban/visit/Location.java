package org.yibaoban.visit;

/**
 * Where a patient lies.
 *
 * @param department department code; blank where the HIS did not say
 * @param ward ward code
 * @param bed bed, may be blank
 */
public record Location(String department, String ward, String bed) {}
