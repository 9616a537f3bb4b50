package org.yibaoban.benefit;

/** Which of the year's sums the basic fund's pay for a visit counts to. */
public enum FundPool {
    STAY,
    /** The same of a later part of a stay: the stay is counted already. */
    LATER_PART,
    OUTPATIENT,
    /** The disease's own: it takes nothing of the limit for other outpatient visits. */
    DISEASE
}
