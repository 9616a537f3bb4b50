package org.yibaoban.office.report;

/** Prints a report. */
public interface ReportPrinter {

    /**
     * @param made who made it, and when
     * @return the report as PDF
     */
    byte[] print(Report report, String made);
}
