package org.yibaoban.portal.print;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF that was printed with Noto Sans SC. Where one glyph serves a character and a radical, extraction
 * finds the radical; NFKC brings the Kangxi radicals back, the others are brought back here.
 */
public final class PrintedText {

    private static final String RADICALS = "⺠⻚戶⻓⻔⻋⻅⻉⻢⻥⻦⻩⻬⻰⻛⻝⻄⺟⻘⻆⻣⻤⻨";
    private static final String CHARACTERS = "民页户长门车见贝马鱼鸟黄齐龙风食西母青角骨鬼麦";

    private PrintedText() {}

    /** In reading order, normalised. */
    public static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            StringBuilder text =
                    new StringBuilder(Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFKC));
            for (int i = 0; i < text.length(); i++) {
                int radical = RADICALS.indexOf(text.charAt(i));
                if (radical >= 0) {
                    text.setCharAt(i, CHARACTERS.charAt(radical));
                }
            }
            return text.toString();
        }
    }
}
