package org.yibaoban.office.hospital;

/** A ward of a department. */
public record Ward(String code, String name, int beds) {}
