package org.yibaoban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Rate;

class ItemRulesTest {

    private static final String CODE = "XA10BAE048A001010104110";

    @ParameterizedTest
    @CsvSource({
        "XA10BAE048A001010104110, WESTERN_DRUG",
        "ZA01AAD0001010100001, PATENT_DRUG",
        "T000700200, HERB",
        "003105120040000, SERVICE",
        "C14010100100000000001, ",
        "C1401010010000000001, CONSUMABLE",
        "C14010100100000000010000001, CONSUMABLE",
        "XA10BAE048A00101010411, ",
        "xA10BAE048A001010104110, ",
        "103105120040000, ",
        "T00070020, "
    })
    void a_national_code_has_the_shape_of_its_kind(String code, NationalCode kind) {
        assertThat(NationalCode.of(code)).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CODE|SHORT|CODE_SHAPE",
                "CODE||MISSING",
                "NAME||MISSING",
                "CLASS|丁|UNKNOWN_WORD",
                "CLASS|乙|NO_SHARE",
                "SHARE|0.1|SHARE_NOT_B",
                "SHARE|1.1|NO_NUMBER",
                "SHARE|10％|NO_NUMBER",
                "PRICE_LIMIT|1.005|NO_NUMBER",
                "PRICE_LIMIT|-1|NO_NUMBER",
                "TO|2026-02-30|NO_DAY",
                "TO|2020-01-01|ENDS_BEFORE_IT_BEGINS"
            })
    void a_wrong_field_is_named_with_its_reason(ItemField field, String value, ItemFault.Reason reason) {
        Map<ItemField, String> row = row();
        row.put(field, value == null ? "" : value);
        ItemFault fault = catchThrowableOfType(
                ItemFault.class, () -> new ItemRules(Register.NATIONAL, Optional.empty()).check(row, Optional.empty()));
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.field()).isEqualTo(reason == ItemFault.Reason.NO_SHARE ? ItemField.SHARE : field);
    }

    @Test
    void words_of_the_trade_become_ours() {
        Map<ItemField, String> row = row();
        row.put(ItemField.CLASS, "乙类");
        row.put(ItemField.SHARE, "10%");
        row.put(ItemField.PRICE_LIMIT, "9.5");
        row.put(ItemField.TO, "20271231000000");
        row.put(ItemField.RESTRICTION, "null");
        Facts facts = check(row, Optional.empty()).facts();
        assertThat(facts.get(ItemField.CLASS)).isEqualTo("B");
        assertThat(facts.get(ItemField.SHARE)).isEqualTo("0.1");
        assertThat(facts.get(ItemField.PRICE_LIMIT)).isEqualTo("9.50");
        assertThat(facts.get(ItemField.TO)).isEqualTo("2027-12-31");
        assertThat(facts.find(ItemField.RESTRICTION)).isEmpty();
        assertThat(Facts.parse(facts.text())).isEqualTo(facts);
    }

    @Test
    void class_b_without_a_share_keeps_the_one_it_had_before_it_takes_the_usual_one() {
        Map<ItemField, String> row = row();
        row.put(ItemField.CLASS, "B");
        Facts known = Facts.of(Map.of(ItemField.SHARE, "0.2", ItemField.CLASS, "B"));
        ItemRules rules = new ItemRules(Register.NATIONAL, Optional.of(Rate.of("0.1")));
        assertThat(rules.check(row, Optional.of(known)).facts().get(ItemField.SHARE))
                .isEqualTo("0.2");
        assertThat(rules.check(row, Optional.empty()).facts().get(ItemField.SHARE))
                .isEqualTo("0.1");
    }

    @Test
    void what_a_file_has_no_column_for_stays_and_a_blank_takes_away() {
        Map<ItemField, String> row = row();
        row.remove(ItemField.CLASS);
        row.put(ItemField.RESTRICTION, "");
        Facts known = Facts.of(Map.of(
                ItemField.CLASS,
                "B",
                ItemField.SHARE,
                "0.2",
                ItemField.PRICE_LIMIT,
                "9.50",
                ItemField.RESTRICTION,
                "限重症"));
        Facts facts = check(row, Optional.of(known)).facts();
        assertThat(facts.get(ItemField.CLASS)).isEqualTo("B");
        assertThat(facts.get(ItemField.SHARE)).isEqualTo("0.2");
        assertThat(facts.get(ItemField.PRICE_LIMIT)).isEqualTo("9.50");
        assertThat(facts.find(ItemField.RESTRICTION)).isEmpty();
    }

    @Test
    void a_share_goes_with_the_class_that_has_it() {
        Facts known = Facts.of(Map.of(ItemField.CLASS, "B", ItemField.SHARE, "0.2"));
        assertThat(check(row(), Optional.of(known)).facts().find(ItemField.SHARE))
                .isEmpty();
    }

    @Test
    void what_the_national_list_gives_no_class_is_the_patients_own() {
        Map<ItemField, String> row = row();
        row.put(ItemField.CLASS, "null");
        assertThat(check(row, Optional.empty()).facts().get(ItemField.CLASS)).isEqualTo("C");
    }

    @Test
    void a_hospitals_file_does_not_undo_what_a_person_accepted() {
        Map<ItemField, String> row = new EnumMap<>(Map.of(
                ItemField.HOSPITAL_CODE, "D1",
                ItemField.NAME, "二甲双胍片",
                ItemField.UNIT, "盒",
                ItemField.CHARGE_TYPE, "西药及中成药",
                ItemField.CLASS, "甲",
                ItemField.PRICE, "12",
                ItemField.MAPPED_CODE, ""));
        Facts known = Facts.of(Map.of(ItemField.MAPPED_CODE, CODE, ItemField.NATIONAL_CODE, CODE));
        Facts facts = new ItemRules(Register.HOSPITAL, Optional.empty())
                .check(row, Optional.of(known))
                .facts();
        assertThat(facts.get(ItemField.MAPPED_CODE)).isEqualTo(CODE);
        assertThat(facts.get(ItemField.NATIONAL_CODE)).isEqualTo(CODE);
        assertThat(facts.get(ItemField.CHARGE_TYPE)).isEqualTo("drug");
    }

    private static ItemRules.Row check(Map<ItemField, String> row, Optional<Facts> known) {
        return new ItemRules(Register.NATIONAL, Optional.empty()).check(row, known);
    }

    private static Map<ItemField, String> row() {
        return new EnumMap<>(Map.of(
                ItemField.CODE, CODE,
                ItemField.NAME, "盐酸二甲双胍片",
                ItemField.CLASS, "甲",
                ItemField.FROM, "2026-01-01"));
    }
}
