package org.yibaoban.audit;

import java.util.List;

/** New lines looked at with those lines of a stay that they touch, for a stay that is not held in memory. */
public final class PartAudit {

    private PartAudit() {}

    /**
     * The findings of the touched parts.
     *
     * @param part the stay with all lines that {@link Touched} asks for, the new ones and all reversals of these
     * @param totals of the whole stay
     * @throws AuditFault when the part is not as it should be, such as a reversal without its charge
     */
    public static List<Finding> findings(AuditStay part, Totals totals, Touched touched, AuditSettings settings) {
        StayLines lines = new StayLines();
        lines.post(part.lines());
        return AuditEngine.findings(part, lines, totals, touched.scopes(), settings);
    }
}
