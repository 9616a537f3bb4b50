package org.yibaoban.portal.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    private final Language chinese = new Language();

    @Test
    void of_words_in_both_languages_one_is_shown() {
        assertThat(chinese.part("入账 2 行，此前已入账 0 行 / 2 lines posted, 0 posted before"))
                .isEqualTo("入账 2 行，此前已入账 0 行");
    }

    @Test
    void words_in_one_language_stay_as_they_are() {
        assertThat(chinese.part("读/写 FT1-4")).isEqualTo("读/写 FT1-4");
        assertThat(chinese.part("timeout / retry")).isEqualTo("timeout / retry");
        assertThat(chinese.part("")).isEmpty();
        assertThat(chinese.part("药品 A / drug 阿司匹林")).isEqualTo("药品 A / drug 阿司匹林");
    }

    @Test
    void of_a_head_in_both_languages_one_is_shown() {
        assertThat(chinese.head("上年同月次均 Cost per stay, year before")).isEqualTo("上年同月次均");
        assertThat(chinese.head("执行率% Percent used")).isEqualTo("执行率%");
        assertThat(chinese.head("14日再住院率（%）")).isEqualTo("14日再住院率（%）");
        assertThat(chinese.head("Doctor")).isEqualTo("Doctor");
    }
}
