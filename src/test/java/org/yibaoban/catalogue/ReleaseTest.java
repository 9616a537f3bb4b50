package org.yibaoban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.CatalogueReader;

/** Change sets and what they make of the catalogue. */
class ReleaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String CODE = "XA10BAE048A001010104110";
    private static final String OTHER = "XA10BAE048A001010104111";
    private static final String SERVICE = "003105120040000";

    @Test
    void the_seed_makes_the_catalogue_that_the_file_says() {
        Catalogue read = CatalogueReader.read(RepositoryFiles.config());
        Catalogue made = Composition.of(CatalogueReader.registers(RepositoryFiles.config()), 3);
        for (LocalDate day : List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1), DAY)) {
            assertThat(made.versionsOn(day).map(ReleaseTest::shown))
                    .containsExactlyInAnyOrderElementsOf(
                            read.versionsOn(day).map(ReleaseTest::shown).toList())
                    .isNotEmpty();
        }
    }

    /** Rates are the same whatever idle zeros they were written with. */
    private static String shown(CatalogueItem item) {
        return item.toString().replaceAll("0+(?=[\\],)])", "");
    }

    @Test
    void a_row_is_new_changed_unchanged_or_past() {
        Registers base = released(national(CODE, "A", ""), national(OTHER, "A", ""));
        ChangeCheck check = check(base);
        ItemChange changed = check.add(row(CODE, "A", "限二型糖尿病")).change().orElseThrow();
        assertThat(changed.kind()).isEqualTo(ItemChange.Kind.CHANGED);
        assertThat(changed.differences()).containsExactly(new Facts.Difference(ItemField.RESTRICTION, "", "限二型糖尿病"));
        assertThat(check.add(row(OTHER, "A", "")).change()).isEmpty();
        Map<ItemField, String> past = row("XA10BAE048A001010104112", "A", "");
        past.put(ItemField.TO, "2026-11-30");
        assertThat(check.add(past).leftOut()).isTrue();
        assertThat(check.add(row("XA10BAE048A001010104113", "A", ""))
                        .change()
                        .orElseThrow()
                        .kind())
                .isEqualTo(ItemChange.Kind.NEW);
    }

    @Test
    void an_item_that_the_download_calls_invalid_ends() {
        Map<ItemField, String> row = row(CODE, "A", "");
        row.put(ItemField.VALID, "0");
        ItemChange change =
                check(released(national(CODE, "A", ""))).add(row).change().orElseThrow();
        assertThat(change.kind()).isEqualTo(ItemChange.Kind.ENDED);
    }

    @Test
    void a_code_stands_once_in_a_file_and_one_item_has_one_code() {
        ChangeCheck check = check(Registers.EMPTY);
        check.add(row(CODE, "A", ""));
        assertThatThrownBy(() -> check.add(row(CODE, "A", ""))).hasMessageContaining("CT-11");
        ChangeCheck hospital = new ChangeCheck(Register.HOSPITAL, Registers.EMPTY, DAY, Optional.empty());
        hospital.add(item("D1", CODE));
        assertThatThrownBy(() -> hospital.add(item("D1", OTHER))).hasMessageContaining("CT-12");
    }

    @Test
    void of_a_complete_list_the_missing_end_but_not_other_kinds_nor_rejected_rows() {
        Registers base = released(national(CODE, "A", ""), national(OTHER, "A", ""), national(SERVICE, "A", ""));
        ChangeCheck check = check(base);
        check.add(row("XA10BAE048A001010104113", "A", ""));
        assertThatThrownBy(() -> check.add(row(CODE, "丁", ""))).isInstanceOf(ItemFault.class);
        assertThat(check.missing()).extracting(ItemChange::code).containsExactly(OTHER);
    }

    @Test
    void a_national_change_changes_the_hospitals_item_from_its_day_on() {
        Registers seed = released(hospital("D1", item("D1", CODE)));
        Registers later = seed.release(
                DAY,
                List.of(change(
                        Register.NATIONAL,
                        CODE,
                        Optional.empty(),
                        national(CODE, "C", "").after())));
        Catalogue catalogue = Composition.of(later, 3);
        assertThat(catalogue.find("D1", DAY.minusDays(1)).orElseThrow().itemClass())
                .isEqualTo(ItemClass.A);
        assertThat(catalogue.find("D1", DAY).orElseThrow().itemClass()).isEqualTo(ItemClass.C);
        Registers ended = later.release(
                DAY.plusDays(9),
                List.of(change(Register.NATIONAL, CODE, national(CODE, "C", "").after(), Optional.empty())));
        CatalogueItem over =
                Composition.of(ended, 3).find("D1", DAY.plusDays(9)).orElseThrow();
        assertThat(over.nationalCode()).isEmpty();
        assertThat(over.itemClass()).isEqualTo(ItemClass.C);
        assertThat(Composition.of(ended, 3)
                        .find("D1", DAY.plusDays(8))
                        .orElseThrow()
                        .nationalCode())
                .contains(CODE);
    }

    @Test
    void the_first_share_goes_by_insurance_and_the_hospitals_level() {
        Map<ItemField, String> row = row(CODE, "B", "");
        row.put(ItemField.SHARE, "0.1");
        row.put(ItemField.SHARE_RESIDENT, "0.2");
        row.put(ItemField.SHARE_RESIDENT_3, "0.3");
        Registers registers = released(
                hospital("D1", item("D1", CODE)),
                check(Registers.EMPTY).add(row).change().orElseThrow());
        CatalogueItem third = Composition.of(registers, 3).find("D1", DAY).orElseThrow();
        assertThat(third.preSelfPayRate().orElseThrow()).hasToString("0.1");
        assertThat(third.forResidents().preSelfPayRate().orElseThrow()).hasToString("0.3");
        CatalogueItem first = Composition.of(registers, 1).find("D1", DAY).orElseThrow();
        assertThat(first.forResidents().preSelfPayRate().orElseThrow()).hasToString("0.2");
    }

    @Test
    void an_accepted_code_goes_before_the_files_and_the_contradiction_is_shown() {
        Facts facts = hospital("D1", item("D1", CODE)).after().orElseThrow().with(ItemField.MAPPED_CODE, OTHER);
        Registers registers = released(
                change(Register.HOSPITAL, "D1", Optional.empty(), Optional.of(facts)),
                national(OTHER, "C", "", "片", "5"));
        assertThat(Composition.of(registers, 3).find("D1", DAY).orElseThrow().nationalCode())
                .contains(OTHER);
        assertThat(MappingConflict.on(registers, DAY))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.kinds())
                        .containsExactly(
                                MappingConflict.Kind.TWO_CODES,
                                MappingConflict.Kind.CLASS,
                                MappingConflict.Kind.UNIT,
                                MappingConflict.Kind.PRICE));
        assertThat(MappingConflict.on(released(hospital("D1", item("D1", CODE))), DAY))
                .isEmpty();
    }

    /** Releases come in the order of their days; none of them changes what was in force before it. */
    @Property
    void no_release_edits_history(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 20) Integer> steps,
            @ForAll @IntRange(min = 0, max = 7) int endsAt) {
        Registers registers = released(national(CODE, "A", ""));
        LocalDate day = DAY;
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            day = day.plusDays(steps.get(i));
            Optional<Facts> after = i == endsAt
                    ? Optional.empty()
                    : Optional.of(Facts.of(Map.of(ItemField.NAME, "第" + i, ItemField.CLASS, "A")));
            Registers before = registers;
            registers = before.release(day, List.of(change(Register.NATIONAL, CODE, Optional.empty(), after)));
            days.add(day);
            for (LocalDate past = DAY.minusDays(3); past.isBefore(day); past = past.plusDays(1)) {
                assertThat(registers.find(Register.NATIONAL, CODE, past).map(ItemVersion::facts))
                        .isEqualTo(before.find(Register.NATIONAL, CODE, past).map(ItemVersion::facts));
            }
            assertThat(registers.find(Register.NATIONAL, CODE, day).map(ItemVersion::facts))
                    .isEqualTo(after);
        }
    }

    @Test
    void names_are_alike_by_what_they_have_in_common() {
        Likeness wanted = Likeness.of("盐酸二甲双胍片", "0.25g*48片");
        assertThat(wanted.percent(Likeness.of("盐酸二甲双胍片", "0.25g×48片"))).isGreaterThan(80);
        assertThat(wanted.percent(Likeness.of("二甲双胍缓释片", "0.5g×30片"))).isBetween(Likeness.WORTH_SHOWING, 80);
        assertThat(wanted.percent(Likeness.of("注射用头孢曲松钠", "1g"))).isLessThan(Likeness.WORTH_SHOWING);
        assertThat(wanted.percent(wanted)).isEqualTo(100);
    }

    private static ChangeCheck check(Registers base) {
        return new ChangeCheck(Register.NATIONAL, base, DAY, Optional.empty());
    }

    private static Registers released(ItemChange... changes) {
        return Registers.EMPTY.release(LocalDate.of(2026, 1, 1), List.of(changes));
    }

    private static ItemChange national(String code, String itemClass, String restriction) {
        return national(code, itemClass, restriction, "", "");
    }

    private static ItemChange national(String code, String itemClass, String restriction, String unit, String limit) {
        Map<ItemField, String> row = row(code, itemClass, restriction);
        row.put(ItemField.UNIT, unit);
        row.put(ItemField.PRICE_LIMIT, limit);
        return check(Registers.EMPTY).add(row).change().orElseThrow();
    }

    private static ItemChange hospital(String code, Map<ItemField, String> row) {
        return new ChangeCheck(Register.HOSPITAL, Registers.EMPTY, LocalDate.of(2026, 1, 1), Optional.empty())
                .add(row)
                .change()
                .orElseThrow();
    }

    private static ItemChange change(Register register, String code, Optional<Facts> before, Optional<Facts> after) {
        return new ItemChange(register, code, Optional.empty(), before, after);
    }

    private static Map<ItemField, String> row(String code, String itemClass, String restriction) {
        return new EnumMap<>(Map.of(
                ItemField.CODE, code,
                ItemField.NAME, "盐酸二甲双胍片",
                ItemField.CLASS, itemClass,
                ItemField.RESTRICTION, restriction));
    }

    private static Map<ItemField, String> item(String code, String national) {
        return new EnumMap<>(Map.of(
                ItemField.HOSPITAL_CODE, code,
                ItemField.NATIONAL_CODE, national,
                ItemField.NAME, "盐酸二甲双胍片",
                ItemField.UNIT, "盒",
                ItemField.CHARGE_TYPE, "drug",
                ItemField.CLASS, "A",
                ItemField.PRICE, "12.00"));
    }
}
