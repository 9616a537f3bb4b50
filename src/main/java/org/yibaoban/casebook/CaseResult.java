package org.yibaoban.casebook;

import java.util.List;

/**
 * What came of one case.
 *
 * @param line where the case starts in its file, from 1
 * @param differences empty when the case holds
 * @param computed false when it could not be computed at all; then the one difference says why
 */
public record CaseResult(String name, int line, List<Difference> differences, boolean computed) {

    /** A field that came out otherwise than the file expects. */
    public record Difference(String field, String expected, String got) {}

    public CaseResult {
        differences = List.copyOf(differences);
    }

    public static CaseResult compared(String name, int line, List<Difference> differences) {
        return new CaseResult(name, line, differences, true);
    }

    public static CaseResult failed(String name, int line, String reason) {
        return new CaseResult(name, line, List.of(new Difference("(all)", "a result", "error: " + reason)), false);
    }

    public boolean holds() {
        return differences.isEmpty();
    }
}
