package org.yibaoban.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long what is kept; read from {@code config/retention.yaml}. */
public record Retention(List<RetentionRule> rules) {

    public Retention {
        rules = List.copyOf(rules);
    }

    /** The rule of that day: the latest that had begun. */
    public Optional<RetentionRule> inForce(RecordKind kind, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && !rule.since().isAfter(day))
                .max(Comparator.comparing(RetentionRule::since));
    }
}
