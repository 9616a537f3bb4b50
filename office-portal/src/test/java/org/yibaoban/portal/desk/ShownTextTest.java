package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    private final ShownText shown = new ShownText(false);

    @Test
    void words_stand_without_their_marks() throws IOException {
        element("a", "储*晨");
        element("div", "ZY0001");
        shown.write("\n      ");
        shown.write("元&nbsp;&lt;1");

        assertThat(shown.words()).isEqualTo("储*晨 ZY0001 元 <1");
    }

    @Test
    void fields_deeds_and_scripts_are_no_words() throws IOException {
        shown.writeText("等待", null);
        shown.startElement("button", null);
        element("span", "批准");
        shown.endElement("button");
        element("script", "PrimeFaces.cw()");
        element("textarea", "还没写完");
        shown.write("<input type=\"hidden\"/>");
        shown.writeAttribute("title", "not seen", null);
        shown.writeText("者", null);

        assertThat(shown.words()).isEqualTo("等待 者");
    }

    @Test
    void who_a_person_is_is_hidden_where_it_is_to_be() throws IOException {
        ShownText hiding = new ShownText(true);
        hiding.startElement("a", null);
        hiding.writeAttribute("class", "patient-name person", null);
        hiding.writeText("储明晨", null);
        hiding.endElement("a");
        hiding.startElement("div", null);
        hiding.writeAttribute("class", "personal-share", null);
        hiding.writeText("ZY0001", null);
        hiding.endElement("div");

        assertThat(hiding.words()).isEqualTo("储** ZY0001");
    }

    private void element(String name, String text) throws IOException {
        shown.startElement(name, null);
        shown.writeText(text, null);
        shown.endElement(name);
    }
}
