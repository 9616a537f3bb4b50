package org.yibaoban.office.his;

/** What became of a command that was not refused. */
public sealed interface Outcome {

    /** Words for a reader, without personal data. */
    String words();

    /** Done; {@code note} tells what was done. */
    record Applied(String note) implements Outcome {

        @Override
        public String words() {
            return note;
        }
    }

    /** It came early (its visit, or the charge that it takes back, is not here yet): kept and tried again later. */
    record Waiting(String reason) implements Outcome {

        @Override
        public String words() {
            return reason;
        }
    }
}
