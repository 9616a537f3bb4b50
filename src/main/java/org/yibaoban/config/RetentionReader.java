package org.yibaoban.config;

import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yibaoban.control.RecordKind;
import org.yibaoban.control.Retention;
import org.yibaoban.control.RetentionRule;

/** Reads {@code retention.yaml}: how long each kind of record is kept, since when, and who says so. */
public final class RetentionReader {

    /** The least there is a reason for: logs of a network, by the cybersecurity law. */
    private static final int LEAST_MONTHS = 6;

    private RetentionReader() {}

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static Retention read(Path configDir) {
        YamlNode kinds = YamlNode.read(configDir.resolve("retention.yaml"))
                .onlyKeys(Set.of("kinds"))
                .get("kinds");
        List<RetentionRule> rules = new ArrayList<>();
        for (YamlNode node : kinds.items()) {
            RetentionRule rule = rule(node);
            if (rules.stream()
                    .anyMatch(other ->
                            other.kind() == rule.kind() && other.since().equals(rule.since()))) {
                throw node.fault("kind and since stand twice: " + rule.kind().key() + ", " + rule.since());
            }
            rules.add(rule);
        }
        for (RecordKind kind : RecordKind.values()) {
            if (rules.stream().noneMatch(rule -> rule.kind() == kind)) {
                throw kinds.fault("no rule for " + kind.key());
            }
        }
        return new Retention(rules);
    }

    private static RetentionRule rule(YamlNode node) {
        node.onlyKeys(Set.of("kind", "since", "years", "months", "source"));
        RecordKind kind = RecordKind.ofKey(node.get("kind").text())
                .orElseThrow(() -> node.get("kind")
                        .fault("unknown kind " + node.get("kind").text()));
        if (node.find("years").isPresent() == node.find("months").isPresent()) {
            throw node.fault("either years or months is expected here");
        }
        Period keep = node.find("years")
                .map(years -> Period.ofYears(years.integer()))
                .orElseGet(() -> Period.ofMonths(node.get("months").integer()));
        if (keep.toTotalMonths() < LEAST_MONTHS) {
            throw node.fault("kept for less than " + LEAST_MONTHS + " months");
        }
        if (node.get("source").text().isBlank()) {
            throw node.get("source").fault("it is blank");
        }
        return new RetentionRule(
                kind, node.get("since").date(), keep, node.get("source").text());
    }
}
