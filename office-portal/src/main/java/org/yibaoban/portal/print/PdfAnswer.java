package org.yibaoban.portal.print;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A PDF that the browser shows. */
final class PdfAnswer {

    private PdfAnswer() {}

    /** Writes the file's bytes. */
    interface Making {
        void to(OutputStream out) throws IOException;
    }

    /** Makes it whole before anything is sent, so that a failure is an error page and no torn file. */
    static void send(String fileName, Making making, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        making.to(pdf);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + fileName + "\"");
        response.setContentLength(pdf.size());
        pdf.writeTo(response.getOutputStream());
    }
}
