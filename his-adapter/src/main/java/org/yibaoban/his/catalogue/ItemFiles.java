package org.yibaoban.his.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yibaoban.catalogue.Register;
import org.yibaoban.his.tabular.TableFault;
import org.yibaoban.his.tabular.TableFile;
import org.yibaoban.his.tabular.TableMap;

/** Opens a file of items by what it is: the national download, else a table with a header (CSV or Excel). */
final class ItemFiles {

    /** Longer than the first line of a download. */
    private static final int LOOKED_AT = 32 * 1024;

    private static final TableMap.TextForm ANY_TEXT = new TableMap.TextForm(Optional.empty(), Optional.empty());

    private ItemFiles() {}

    /** @throws TableFault when it is none of them */
    static ItemRows open(Register register, InputStream content) {
        try {
            BufferedInputStream in = TableFile.unpacked(content);
            in.mark(LOOKED_AT);
            String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            in.reset();
            boolean download = register == Register.NATIONAL
                    && NationalDownload.isOne(start.lines().findFirst().orElse(""));
            return download ? new NationalDownload(in) : new HeadedRows(register, TableFile.open(in, ANY_TEXT));
        } catch (IOException e) {
            throw new TableFault("文件读取失败", "the file cannot be read: " + e.getMessage());
        }
    }
}
