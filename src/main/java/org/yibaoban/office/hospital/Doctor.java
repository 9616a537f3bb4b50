package org.yibaoban.office.hospital;

/** A doctor by the national code: D, six digits of the area, six digits of sequence. */
public record Doctor(String code, String name) {}
