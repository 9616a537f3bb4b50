package org.yibaoban.settlement.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;

/**
 * A difference as it stands on file.
 *
 * @param claim the claim's identifier
 * @param visit the visit's number; empty for a claim that we do not know
 * @param claimState where the claim stands here
 * @param gap as {@link Difference#gap}
 * @param hereDay when we booked it
 * @param thereDay when the other books did
 * @param words the reason that was given; may be blank
 * @param settledBy who accepted or explained it
 */
public record DifferenceOnFile(
        long id,
        long reconciliation,
        String claim,
        Optional<String> visit,
        Optional<ClaimState> claimState,
        BookLine.Kind line,
        DifferenceKind kind,
        DifferenceState state,
        Money gap,
        Optional<LocalDate> hereDay,
        Optional<LocalDate> thereDay,
        String words,
        Optional<String> settledBy) {

    /** One amount in both books, in yuan; empty where the line is not there. */
    public record Pair(SettlementField field, Optional<Money> here, Optional<Money> there) {}

    /** What is done about a difference. */
    public enum Action {
        FOUND("发现差异", "Found"),
        GONE("再次对账已无差异", "Gone when asked again"),
        REOPENED("再次出现", "Found again"),
        ASKED("查询医保状态", "The payer's status asked"),
        RESENT("重发撤销", "Reversal sent again"),
        ACCEPTED("以医保为准", "The payer's books accepted"),
        EXPLAINED("说明原因", "Explained");

        private final String chinese;
        private final String english;

        Action(String chinese, String english) {
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
}
