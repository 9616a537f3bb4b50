package org.yibaoban.portal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/org/yibaoban/portal/print");

    @Test
    void rare_characters_of_names_are_printed() throws IOException {
        for (String name : List.of("王䶮", "李𬭚", "吉𠮷", "𪚥𫠝")) {
            assertThat(printed(name)).contains(name);
        }
    }

    @Test
    void what_no_font_has_does_not_stop_the_sheet() throws IOException {
        assertThat(printed("王\uE863")).contains("王");
    }

    @Test
    void every_template_names_both_fonts() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".xhtml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .containsPattern("body \\{ font-family: " + Pdf.FAMILY + ", " + Pdf.RARE_FAMILY + ";")
                            .doesNotContain("font-family: " + Pdf.FAMILY + ";"));
        }
    }

    private static String printed(String name) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Pdf.write(new Template("/org/yibaoban/portal/print/name.xhtml").fill(Map.of("name", name)), pdf);
        return PrintedText.of(pdf.toByteArray());
    }
}
