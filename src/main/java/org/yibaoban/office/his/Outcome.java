package org.yibaoban.office.his;

/** What became of a command that was not refused. */
public sealed interface Outcome {

    /** Done; {@code note} tells a reader what was done, without personal data. */
    record Applied(String note) implements Outcome {}

    /** It came early (its visit, or the charge that it takes back, is not here yet): kept and tried again later. */
    record Waiting(String reason) implements Outcome {}
}
