package org.yibaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.membership.Sex;

class AuditPatientTest {

    @ParameterizedTest
    @CsvSource({
        "2008-03-10, 2026-03-09, 17",
        "2008-03-10, 2026-03-10, 18",
        "2008-03-10, 2026-03-11, 18",
        "2008-03-10, 2008-03-10, 0",
        "2008-03-10, 2008-03-09, -1",
        "2008-02-29, 2026-02-28, 17",
        "2008-02-29, 2026-03-01, 18",
        "2008-02-29, 2028-02-28, 19",
        "2008-02-29, 2028-02-29, 20",
        "2008-12-31, 2026-01-01, 17"
    })
    void completedYears(LocalDate birth, LocalDate day, int years) {
        assertThat(new AuditPatient(Sex.FEMALE, Optional.of(birth), Optional.of("resident")).ageOn(day))
                .contains(years);
    }

    @Test
    void withoutABirthDateThereIsNoAge() {
        assertThat(new AuditPatient(Sex.FEMALE, Optional.empty(), Optional.of("resident"))
                        .ageOn(LocalDate.of(2026, 3, 1)))
                .isEmpty();
    }
}
