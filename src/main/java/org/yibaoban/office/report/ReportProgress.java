package org.yibaoban.office.report;

/** Told how far a report is. */
@FunctionalInterface
public interface ReportProgress {

    ReportProgress SILENT = (done, of) -> {};

    /**
     * @param done parts that are made
     * @param of parts of the report
     */
    void at(int done, int of);
}
