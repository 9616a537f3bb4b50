package org.yibaoban.quota.casegroup;

import java.util.Map;
import java.util.Optional;

/**
 * The group of a main diagnosis, for stays that neither payer nor HIS put into one. Immutable.
 *
 * @param byDiagnosis beginning of the diagnosis code to group
 */
public record GroupingTable(Map<String, String> byDiagnosis) {

    public static final GroupingTable NONE = new GroupingTable(Map.of());

    public GroupingTable {
        byDiagnosis = Map.copyOf(byDiagnosis);
    }

    /** The entry that says most of the diagnosis. */
    public Optional<CaseGroup> group(String diagnosis) {
        for (int length = diagnosis.length(); length > 0; length--) {
            String group = byDiagnosis.get(diagnosis.substring(0, length));
            if (group != null) {
                return Optional.of(new CaseGroup(group, CaseGroup.Source.TABLE));
            }
        }
        return Optional.empty();
    }
}
