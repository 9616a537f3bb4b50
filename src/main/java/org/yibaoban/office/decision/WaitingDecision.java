package org.yibaoban.office.decision;

/** A request that waits for a second person, with the visit that it is about. */
public record WaitingDecision(String visit, String patient, String department, DecisionView decision) {}
