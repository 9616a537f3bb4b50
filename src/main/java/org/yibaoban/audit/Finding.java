package org.yibaoban.audit;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.yibaoban.money.Money;

/** What a rule found on a stay. Immutable; its words are put together when they are first read. */
public final class Finding {

    private final AuditRule rule;
    private final AuditScope scope;
    private final SortedSet<LineId> lines;
    private final Money amount;
    private final Severity severity;
    private final String clause;
    private Supplier<String> chineseText;
    private Supplier<String> englishText;
    private String chinese;
    private String english;

    /** @param lines handed over, nobody else keeps them */
    Finding(AuditRule rule, AuditScope scope, SortedSet<LineId> lines, Money amount, Hit hit, AuditSettings settings) {
        this.rule = rule;
        this.scope = scope;
        this.lines = Collections.unmodifiableSortedSet(lines);
        this.amount = amount;
        this.severity = settings.severity(rule);
        this.clause = settings.clause(rule);
        this.chineseText = hit.chinese();
        this.englishText = hit.english();
    }

    public AuditRule rule() {
        return rule;
    }

    /** The part of the stay that was looked at; while no line touches it, the finding stands. */
    public AuditScope scope() {
        return scope;
    }

    /** The lines that it stands on; empty for a finding about the stay. */
    public SortedSet<LineId> lines() {
        return lines;
    }

    /** The sum of what is left of those lines, rounded once, in yuan. */
    public Money amount() {
        return amount;
    }

    public Severity severity() {
        return severity;
    }

    /** Why, in words and figures, without personal data beyond sex, age and insurance. */
    public synchronized String chinese() {
        if (chinese == null) {
            chinese = chineseText.get();
            chineseText = null;
        }
        return chinese;
    }

    /** The same in English. */
    public synchronized String english() {
        if (english == null) {
            english = englishText.get();
            englishText = null;
        }
        return english;
    }

    /** Where the rule comes from. */
    public String clause() {
        return clause;
    }

    private List<Object> parts() {
        return List.of(rule, scope, lines, amount, severity, clause, chinese(), english());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Finding that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, scope, lines);
    }

    @Override
    public String toString() {
        return rule.key() + " " + lines + " " + amount + ": " + english();
    }
}
