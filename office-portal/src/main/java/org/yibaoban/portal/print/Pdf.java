package org.yibaoban.portal.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.w3c.dom.Document;

/** Writes a filled template as PDF, with our own Chinese fonts embedded (only the characters used). */
public final class Pdf {

    /** The family names that templates use, in this order: what the first lacks is taken from the second. */
    static final String FAMILY = "Yibaoban";

    /** CJK extensions B to F, for the rare characters of names such as U+20BB7. */
    static final String RARE_FAMILY = "YibaobanRare";

    /** A picture that stands in the page itself. */
    static final String PICTURE = "data:image/png;base64,";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private Pdf() {}

    /** @throws IOException when the stream cannot be written */
    public static void write(Document page, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(font("NotoSansSC_400Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansSC_700Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        if (hasRareCharacters(page)) {
            builder.useFont(font("HanaMinB.ttf"), RARE_FAMILY, REGULAR, FontStyle.NORMAL, true);
        }
        // nothing is ever fetched: the templates carry their style and pictures, and no address in data is followed
        builder.useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null);
        builder.withW3cDocument(page, "");
        builder.toStream(out);
        builder.run();
    }

    /** The second font has 30 MB, and the renderer reads every font that it is told of. */
    private static boolean hasRareCharacters(Document page) {
        return page.getDocumentElement().getTextContent().codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Pdf.class.getResourceAsStream("/fonts/" + file);
    }
}
