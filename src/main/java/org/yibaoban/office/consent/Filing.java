package org.yibaoban.office.consent;

import java.time.Instant;
import java.util.Optional;
import org.yibaoban.store.HisNoticeRow;

/**
 * A form on its way to a system of the hospital.
 *
 * @param receiver by the name of the configuration
 * @param sha256 of the PDF that is filed; blank where it is said that the form was taken back
 * @param acknowledgedAt when the receiver took it
 * @param note what the receiver said last
 */
public record Filing(
        String receiver, State state, String sha256, Instant at, Optional<Instant> acknowledgedAt, String note) {

    /** How far it came. */
    public enum State {
        QUEUED("待发送", "Queued"),
        SENT("已发送，待确认", "Sent, not acknowledged yet"),
        ACKNOWLEDGED("已归档（HIS 已确认）", "Filed: the HIS acknowledged it"),
        REFUSED("HIS 拒收", "Refused by the HIS");

        private final String chinese;
        private final String english;

        State(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    static Filing of(HisNoticeRow row) {
        return new Filing(
                row.receiver(),
                state(row),
                row.documentSha(),
                row.createdAt(),
                Optional.ofNullable(row.deliveredAt()),
                row.note());
    }

    private static State state(HisNoticeRow row) {
        return switch (row.state()) {
            case PENDING -> row.attempts() == 0 ? State.QUEUED : State.SENT;
            case DELIVERED -> State.ACKNOWLEDGED;
            case REFUSED -> State.REFUSED;
        };
    }
}
