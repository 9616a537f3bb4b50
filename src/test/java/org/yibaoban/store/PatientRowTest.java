package org.yibaoban.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;

class PatientRowTest {

    private static final PatientDetails WHOLE = new PatientDetails(
            new PatientNumber("P1"),
            Optional.of("99000019600229123x"),
            "张三",
            Sex.MALE,
            Optional.of(LocalDate.of(1960, 2, 29)));

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);

    @Test
    void the_check_character_is_kept_in_capitals() {
        assertThat(new PatientRow(WHOLE, NOON).details().identityNumber()).contains("99000019600229123X");
    }

    @Test
    void what_a_later_message_leaves_out_stays() {
        PatientRow row = new PatientRow(WHOLE, NOON);
        row.describe(
                new PatientDetails(new PatientNumber("P1"), Optional.empty(), "", Sex.UNKNOWN, Optional.empty()), NOON);
        assertThat(row.details().name()).isEqualTo("张三");
        assertThat(row.details().sex()).isEqualTo(Sex.MALE);
        assertThat(row.details().birthDate()).contains(LocalDate.of(1960, 2, 29));
        assertThat(row.details().identityNumber()).isPresent();
    }

    @Test
    void what_a_later_message_says_is_taken_over() {
        PatientRow row = new PatientRow(WHOLE, NOON);
        row.describe(
                new PatientDetails(
                        new PatientNumber("P1"),
                        Optional.empty(),
                        "张山",
                        Sex.FEMALE,
                        Optional.of(LocalDate.of(1961, 1, 1))),
                NOON);
        assertThat(row.details().name()).isEqualTo("张山");
        assertThat(row.details().sex()).isEqualTo(Sex.FEMALE);
        assertThat(row.details().birthDate()).contains(LocalDate.of(1961, 1, 1));
    }

    @Test
    void what_an_older_message_says_only_fills_what_is_not_known() {
        PatientRow row = new PatientRow(
                new PatientDetails(new PatientNumber("P1"), Optional.empty(), "张三", Sex.UNKNOWN, Optional.empty()),
                NOON);
        row.describe(
                new PatientDetails(
                        new PatientNumber("P1"),
                        Optional.of("99000019600229123x"),
                        "张山",
                        Sex.FEMALE,
                        Optional.of(LocalDate.of(1961, 1, 1))),
                NOON.minusMinutes(1));
        assertThat(row.details().name()).isEqualTo("张三");
        assertThat(row.details().sex()).isEqualTo(Sex.FEMALE);
        assertThat(row.details().identityNumber()).contains("99000019600229123X");
        assertThat(row.details().birthDate()).contains(LocalDate.of(1961, 1, 1));
    }
}
