package org.yibaoban.store;

/** Where the verification of a visit's membership stands. */
public enum MembershipState {
    /** The payer is still to be asked, or its answer is awaited. */
    PENDING,
    /** The payer knows the person; whether the fund pays is the membership's standing. */
    VERIFIED,
    /** The payer does not know the person. */
    REFUSED,
    /** It cannot be asked: the identity number is missing or wrong. */
    NOT_ASKED
}
