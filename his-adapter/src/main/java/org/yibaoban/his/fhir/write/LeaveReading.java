package org.yibaoban.his.fhir.write;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.Leave.Step;
import org.yibaoban.visit.VisitNumber;

/**
 * Leaves of absence: entries onleave of the status history, one without an end lasts. A visit that is on leave without
 * such an entry is so from when it was told. A visit in progress says nothing of a leave that the history does not name.
 */
final class LeaveReading {

    private final Encounter encounter;
    private final String path;
    private final ZoneId zone;

    LeaveReading(Encounter encounter, String path, ZoneId zone) {
        this.encounter = encounter;
        this.path = path + ".statusHistory";
        this.zone = zone;
    }

    private record Away(LocalDateTime from, Optional<LocalDateTime> to) {}

    /** @param told when the sender says it */
    List<HisCommand.OfVisit> commands(VisitNumber visit, LocalDateTime told) {
        List<Away> leaves = leaves();
        if (encounter.getStatus() == EncounterStatus.ONLEAVE
                && leaves.stream().allMatch(leave -> leave.to().isPresent())) {
            leaves.add(new Away(told, Optional.empty()));
        }
        List<HisCommand.OfVisit> commands = new ArrayList<>();
        for (Away leave : leaves) {
            commands.add(new HisCommand.Leave(visit, Step.LEAVES, leave.from()));
            leave.to().ifPresent(to -> commands.add(new HisCommand.Leave(visit, Step.RETURNS, to)));
        }
        return commands;
    }

    /** Oldest first. */
    private List<Away> leaves() {
        List<Away> leaves = new ArrayList<>();
        for (int i = 0; i < encounter.getStatusHistory().size(); i++) {
            Encounter.StatusHistoryComponent entry =
                    encounter.getStatusHistory().get(i);
            if (entry.getStatus() == EncounterStatus.ONLEAVE) {
                leaves.add(away(entry.getPeriod(), path + "[" + i + "].period"));
            }
        }
        leaves.sort(Comparator.comparing(Away::from));
        return leaves;
    }

    private Away away(Period period, String where) {
        LocalDateTime from = Texts.time(where + ".start", period.getStartElement(), zone);
        Optional<LocalDateTime> to = period.hasEnd()
                ? Optional.of(Texts.time(where + ".end", period.getEndElement(), zone))
                : Optional.empty();
        to.filter(end -> end.isBefore(from)).ifPresent(end -> {
            throw FhirFault.element(where + ".end", "返院时间早于离院时间", "the return is before the leave");
        });
        return new Away(from, to);
    }
}
