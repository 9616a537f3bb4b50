package org.yibaoban.office.facade;

/** Row ids of the visit that something belongs to and of its patient. */
public record Subject(long visit, long patient) {}
