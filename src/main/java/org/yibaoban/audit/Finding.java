package org.yibaoban.audit;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yibaoban.money.Money;

/**
 * What a rule found on a stay.
 *
 * @param scope the part of the stay that was looked at; while no line touches it, the finding stands
 * @param lines the lines that it stands on; empty for a finding about the stay
 * @param amount the sum of what is left of those lines, rounded once
 * @param chinese why, in words and figures, without personal data beyond sex, age and insurance
 * @param english the same in English
 * @param clause where the rule comes from
 */
public record Finding(
        AuditRule rule,
        AuditScope scope,
        SortedSet<LineId> lines,
        Money amount,
        Severity severity,
        String chinese,
        String english,
        String clause) {

    public Finding {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    }
}
