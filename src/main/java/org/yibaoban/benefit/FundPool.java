package org.yibaoban.benefit;

/** Which of the year's sums the basic fund's pay for a visit counts to. */
public enum FundPool {
    STAY,
    OUTPATIENT,
    /** The disease's own: it takes nothing of the limit for other outpatient visits. */
    DISEASE
}
