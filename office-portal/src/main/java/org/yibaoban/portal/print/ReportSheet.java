package org.yibaoban.portal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yibaoban.office.report.Report;
import org.yibaoban.office.report.ReportPrinter;
import org.yibaoban.portal.i18n.Format;

/** A report as PDF. */
public final class ReportSheet implements ReportPrinter {

    private static final Template PAGE = new Template("/org/yibaoban/portal/print/report.xhtml");

    private final Format format;

    public ReportSheet(Format format) {
        this.format = format;
    }

    @Override
    public byte[] print(Report report, String made) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Pdf.write(PAGE.fill(content(report, made)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Map<String, Object> content(Report report, String made) {
        return Map.of(
                "chinese", report.chinese(),
                "english", report.english(),
                "made", made,
                "parts", report.parts().stream().map(this::part).toList());
    }

    private Map<String, Object> part(Report.Part part) {
        return Map.of(
                "heading",
                part.chinese() + " " + part.english(),
                "columns",
                part.columns().stream().map(ReportSheet::text).toList(),
                "rows",
                part.rows().stream().map(this::row).toList(),
                "empty",
                part.rows().isEmpty() ? "无 none" : "");
    }

    private Map<String, Object> row(List<Object> cells) {
        return Map.of(
                "cells", cells.stream().map(this::cell).map(ReportSheet::text).toList());
    }

    private String cell(Object value) {
        return format.cell(value);
    }

    private static Map<String, Object> text(String words) {
        return Map.of("text", words);
    }
}
