package org.yibaoban.office.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTest {

    /** However long the name is, its length is not told; a rare character outside the basic plane is one. */
    @ParameterizedTest
    @CsvSource({"柯鹤鸣, 柯**", "柯, 柯**", "欧阳修远, 欧**", "𠮷田, 𠮷**", "'', ''"})
    void onlyTheFirstCharacterIsShown(String name, String shown) {
        assertThat(Named.masked(name)).isEqualTo(shown);
    }
}
