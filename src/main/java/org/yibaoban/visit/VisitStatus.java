package org.yibaoban.visit;

/** Life of a visit: admitted, then discharged (which A13 takes back), or cancelled by A11. */
public enum VisitStatus {
    ADMITTED,
    DISCHARGED,
    CANCELLED
}
