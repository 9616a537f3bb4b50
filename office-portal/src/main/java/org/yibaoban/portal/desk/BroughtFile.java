package org.yibaoban.portal.desk;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.yibaoban.config.ConfigFault;

/**
 * A small configuration file that a user brings to a page.
 *
 * @param name its last name, without folders
 */
record BroughtFile(Path name, String text) {

    /** A plan or a case file is some kilobytes. */
    private static final long LARGEST = 2_000_000;

    /**
     * @param part null when the user chose no file
     * @throws ConfigFault when there is none, it is too large, or no UTF-8 text
     */
    static BroughtFile of(Part part) {
        if (part == null || part.getSubmittedFileName().isBlank()) {
            throw new ConfigFault(Path.of("-"), 0, "请先选择文件 / choose a file first");
        }
        Path name = Path.of(part.getSubmittedFileName()).getFileName();
        if (part.getSize() > LARGEST) {
            throw new ConfigFault(name, 0, "larger than " + LARGEST + " bytes");
        }
        try {
            ByteBuffer content = ByteBuffer.wrap(part.getInputStream().readAllBytes());
            return new BroughtFile(
                    name, StandardCharsets.UTF_8.newDecoder().decode(content).toString());
        } catch (CharacterCodingException e) {
            throw new ConfigFault(name, 0, "is no UTF-8 text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
