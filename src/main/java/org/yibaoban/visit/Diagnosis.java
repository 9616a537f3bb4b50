package org.yibaoban.visit;

/** A diagnosis by its ICD-10 code (national edition 2.0); the first one of a visit is the principal one. */
public record Diagnosis(String code, String name) {}
