package org.yibaoban.office.whatif;

/** Told how far a comparison is. */
@FunctionalInterface
public interface WhatIfProgress {

    WhatIfProgress SILENT = (done, of) -> {};

    /**
     * @param done stays looked at so far
     * @param of stays in the period when the comparison began
     */
    void at(long done, long of);
}
