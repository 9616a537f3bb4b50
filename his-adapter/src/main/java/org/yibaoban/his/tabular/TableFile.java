package org.yibaoban.his.tabular;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a file by what it is, not by what it is called: Excel, text, text in gzip or zip. */
public final class TableFile {

    /** What a file may unpack to. */
    private static final long MOST_UNPACKED = 512L << 20;

    /** More than the head of a zip's first file. */
    private static final int LOOKED_AT = 64 * 1024;

    private TableFile() {}

    /**
     * The file's rows.
     *
     * @throws TableFault when it is neither, or too large when it is unpacked
     */
    public static RowSource open(InputStream content, TableMap.TextForm form) {
        try {
            BufferedInputStream in = unpacked(content);
            if (startsWith(in, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw new TableFault(
                        "这是旧版 Excel（.xls）文件，请另存为 .xlsx 或 CSV", "an old Excel file (.xls): save it as .xlsx or CSV");
            }
            return startsWith(in, 'P', 'K', 3, 4) ? new ExcelRows(in.readAllBytes()) : TextFile.open(in, form);
        } catch (IOException e) {
            throw new TableFault("文件读取失败", "the file cannot be read: " + e.getMessage());
        }
    }

    /**
     * The content of a file that is packed with gzip, or is a zip of one text file.
     *
     * @throws TableFault once more comes out of it than a file may hold
     */
    public static BufferedInputStream unpacked(InputStream content) throws IOException {
        BufferedInputStream in = new BufferedInputStream(content, LOOKED_AT);
        if (startsWith(in, 0x1F, 0x8B)) {
            return new BufferedInputStream(new Bounded(new GZIPInputStream(in)), LOOKED_AT);
        }
        if (startsWith(in, 'P', 'K', 3, 4)) {
            in.mark(LOOKED_AT);
            ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
            ZipEntry first = zip.getNextEntry();
            if (first != null && first.getName().toLowerCase(Locale.ROOT).matches(".*\\.(txt|csv|tsv)")) {
                return new BufferedInputStream(new Bounded(zip), LOOKED_AT);
            }
            in.reset();
        }
        return in;
    }

    private static boolean startsWith(BufferedInputStream in, int... magic) throws IOException {
        in.mark(magic.length);
        byte[] start = in.readNBytes(magic.length);
        in.reset();
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Fails when more comes out than a file may hold. */
    private static final class Bounded extends FilterInputStream {
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > MOST_UNPACKED) {
                throw new TableFault("文件解压后过大", "the file is too large when it is unpacked");
            }
        }
    }
}
