package org.yibaoban.office.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.ItemVersion;
import org.yibaoban.catalogue.Register;
import org.yibaoban.catalogue.Registers;
import org.yibaoban.config.CatalogueReader;

/** Over the demonstration's own list. */
class ItemLookupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Registers SEED = CatalogueReader.registers(RepositoryFiles.config());
    private static final ItemLookup LOOKUP = ItemLookup.of(SEED);

    @ParameterizedTest
    @CsvSource({
        "SAL001, SAL001",
        "sal001, SAL001",
        "XB05XAL001B002010100001, SAL001",
        "氯化钠, SAL001",
        "lhnzsy, SAL001",
        "aspl crp, ASP001",
        "jmsy, INF001"
    })
    void an_item_is_found_by_code_name_and_initials(String text, String code) {
        assertThat(LOOKUP.find(text, DAY, 1000))
                .extracting(ItemLookup.Found::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"重组人胰岛素注射液, czryds", "长春新碱, ccxj", "0.9%氯化钠注射液, 0.9%lhnzsy", "胸部CT平扫, xbctps"})
    void initials_are_read_by_the_word_where_a_character_has_several_readings(String name, String initials) {
        assertThat(ItemLookup.initials(name).toLowerCase(java.util.Locale.ROOT)).startsWith(initials);
    }

    @Test
    void all_words_must_be_there() {
        assertThat(LOOKUP.find("氯化钠 没有", DAY, 10)).isEmpty();
    }

    @Test
    void an_item_is_suggested_the_code_of_its_own_kind() {
        List<ItemVersion> versions = SEED.versions(Register.HOSPITAL, "ASP001");
        Facts facts = versions.get(0).facts();
        assertThat(LOOKUP.suggest("NEW001", facts, DAY, 3)).first().satisfies(best -> {
            assertThat(best.code()).isEqualTo(facts.get(ItemField.NATIONAL_CODE));
            assertThat(best.percent()).isEqualTo(100);
        });
        assertThat(LOOKUP.suggest("NEW001", facts.with(ItemField.CHARGE_TYPE, "lab"), DAY, 3))
                .isEmpty();
    }
}
