package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.office.AppUser;

class DepartmentScopeTest {

    private static final DepartmentScope DOCTOR = scope("ward-doctor", Optional.of("0301"));
    private static final DepartmentScope OFFICER = scope("insurance-officer", Optional.empty());

    @Test
    void a_doctor_gets_the_own_department_whatever_is_asked() {
        assertThat(DOCTOR.shown("0302")).contains("0301");
        assertThat(DOCTOR.covers("0301")).isTrue();
        assertThat(DOCTOR.covers("0302")).isFalse();
    }

    @Test
    void a_doctor_without_a_department_sees_nobody() {
        assertThat(scope("ward-doctor", Optional.empty()).covers("0301")).isFalse();
    }

    @Test
    void an_officer_chooses() {
        assertThat(OFFICER.shown("")).isEmpty();
        assertThat(OFFICER.shown("0302")).contains("0302");
        assertThat(OFFICER.covers("0302")).isTrue();
    }

    private static DepartmentScope scope(String role, Optional<String> department) {
        return new DepartmentScope(new AppUser("u", "用户", "User", Set.of(role), department));
    }
}
