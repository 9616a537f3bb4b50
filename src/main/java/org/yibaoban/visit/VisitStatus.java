package org.yibaoban.visit;

/** Life of a visit: perhaps planned, admitted, then discharged (which A13 takes back), or cancelled by A11 or A38. */
public enum VisitStatus {
    PLANNED,
    ADMITTED,
    DISCHARGED,
    CANCELLED
}
