package org.yibaoban.office.stay;

/** A sentence on how a visit is settled and why, which its figures alone do not tell; for page and sheet. */
public record Remark(String chinese, String english) {}
