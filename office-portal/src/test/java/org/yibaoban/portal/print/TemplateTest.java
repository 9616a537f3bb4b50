package org.yibaoban.portal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Template TEMPLATE = new Template("/org/yibaoban/portal/print/template-test.xhtml");

    @Test
    void fills_text_and_repeats_rows_that_see_what_is_outside() {
        String page = Template.html(TEMPLATE.fill(
                Map.of("title", "费用", "note", "", "rows", List.of(Map.of("name", "甲"), Map.of("name", "乙")))));
        assertThat(page).contains("<h1>费用</h1>").contains("<li><b>甲</b> <i>费用</i></li>");
        assertThat(page).contains("<li><b>乙</b> <i>费用</i></li>").doesNotContain("data-");
    }

    @Test
    void leaves_out_what_has_no_value() {
        Map<String, Object> without = Map.of("title", "t", "note", " ", "rows", List.of());
        Map<String, Object> with = Map.of("title", "t", "note", "note here", "rows", List.of());
        assertThat(Template.html(TEMPLATE.fill(without))).doesNotContain("<p>");
        assertThat(Template.html(TEMPLATE.fill(with))).contains("<p><span>note here</span></p>");
    }

    @Test
    void data_never_becomes_markup() {
        String page = Template.html(
                TEMPLATE.fill(Map.of("title", "<script>alert(1)</script>&amp;", "note", "", "rows", List.of())));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;")
                .doesNotContain("<script>");
    }

    @Test
    void a_value_that_is_missing_is_named() {
        assertThatThrownBy(() -> TEMPLATE.fill(Map.of("title", "t", "note", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows");
    }
}
