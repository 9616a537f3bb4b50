package org.yibaoban.office.audit;

import java.time.Instant;
import java.util.List;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.FindingDeed;
import org.yibaoban.audit.FindingState;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.Severity;
import org.yibaoban.money.Money;
import org.yibaoban.store.AuditFindingRow;

/**
 * A finding as the office and the ward see it.
 *
 * @param lines transaction ids of the lines it stands on
 * @param amount the money in question, in yuan
 * @param assignedTo user who has it; blank for none
 * @param proposedBy who wants it overruled and waits for a second person; blank for nobody
 * @param reason why it is overruled or to be, or how it was mended; may be blank
 */
public record FindingView(
        long id,
        String visit,
        AuditRule rule,
        Severity severity,
        FindingState state,
        List<String> lines,
        Money amount,
        String chinese,
        String english,
        String clause,
        String department,
        String doctor,
        Instant foundAt,
        String assignedTo,
        String proposedBy,
        String reason) {

    /** @param who blank for the rules themselves */
    public record Event(Instant at, String who, FindingDeed deed, String text) {}

    static FindingView of(AuditFindingRow row) {
        return new FindingView(
                row.id(),
                row.visit().number().value(),
                row.rule(),
                row.severity(),
                row.state(),
                row.lineIds().stream().map(LineId::value).toList(),
                row.amount(),
                row.chinese(),
                row.english(),
                row.clause(),
                row.department(),
                row.doctor(),
                row.foundAt(),
                row.assignedTo(),
                row.proposedBy(),
                row.reason());
    }
}
