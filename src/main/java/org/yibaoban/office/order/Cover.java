package org.yibaoban.office.order;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Membership;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;

/**
 * What the payer said of a stay's patient.
 *
 * @param memberNumber psn_no; with the insurance and the day absent until the payer has answered
 */
public record Cover(
        State state,
        boolean identityFault,
        Optional<String> memberNumber,
        Optional<InsuranceType> insurance,
        Optional<LocalDate> verifiedOn) {

    /** Whether the fund pays. */
    public enum State {
        ACTIVE("已核验，正常参保", "Verified: the fund pays"),
        SUSPENDED("欠费暂停，按自费结算", "Suspended: contributions owed, settled as self-paying"),
        UNFILED("异地就医未备案，按自费结算", "Away from home without filing, settled as self-paying"),
        NOT_INSURED("未参保，按自费结算", "Not insured with this payer, settled as self-paying"),
        PENDING("医保尚未答复", "The payer has not answered yet"),
        NOT_ASKED("身份证号缺失或有误，无法核验", "Not verified: the identity number is missing or wrong"),
        STAY_UNKNOWN("就诊不明", "The stay is not known here");

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

        /** The payer has said that the fund does not pay. */
        public boolean isSelfPaying() {
            return this == SUSPENDED || this == UNFILED || this == NOT_INSURED;
        }
    }

    public static final Cover OF_NO_STAY =
            new Cover(State.STAY_UNKNOWN, false, Optional.empty(), Optional.empty(), Optional.empty());

    static Cover of(VisitRow visit) {
        Optional<Membership> membership = visit.membership();
        return new Cover(
                state(visit.membershipState(), membership),
                visit.identityFault(),
                membership.map(Membership::memberNumber),
                membership.map(Membership::insuranceType),
                membership.map(Membership::verifiedOn));
    }

    private static State state(MembershipState state, Optional<Membership> membership) {
        return switch (state) {
            case PENDING -> State.PENDING;
            case REFUSED -> State.NOT_INSURED;
            case NOT_ASKED -> State.NOT_ASKED;
            case VERIFIED ->
                membership
                        .map(known -> switch (known.member().standing()) {
                            case ACTIVE -> State.ACTIVE;
                            case SUSPENDED -> State.SUSPENDED;
                            case UNFILED -> State.UNFILED;
                            case NOT_INSURED -> State.NOT_INSURED;
                        })
                        .orElse(State.PENDING);
        };
    }
}
