package org.yibaoban.sandbox;

import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;

/**
 * A person in the payer's register.
 *
 * @param memberNumber psn_no
 */
record RegisteredMember(
        String memberNumber,
        String identityNumber,
        String name,
        InsuranceType insuranceType,
        String planId,
        Member member) {
    @Override
    public String toString() {
        return "member " + memberNumber;
    }
}
