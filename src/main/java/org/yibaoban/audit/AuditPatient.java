package org.yibaoban.audit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.yibaoban.membership.Sex;

/**
 * What the rules need to know of a patient.
 *
 * @param birth empty where the HIS does not know it; no age limit can then be judged
 * @param insurance word of the insurance that the visit is settled under, such as {@code resident}; empty while the payer
 *     has not said, and no insurance limit can then be judged
 */
public record AuditPatient(Sex sex, Optional<LocalDate> birth, Optional<String> insurance) {

    public AuditPatient {
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(insurance, "insurance");
    }

    /**
     * Completed years on a day; negative before birth. Someone born on 29 February completes a year on 1 March, and on
     * 29 February itself in a year that has one.
     */
    public Optional<Integer> ageOn(LocalDate day) {
        return birth.map(born -> day.getYear() - born.getYear() - (beforeBirthday(day, born) ? 1 : 0));
    }

    private static boolean beforeBirthday(LocalDate day, LocalDate born) {
        return day.getMonthValue() < born.getMonthValue()
                || day.getMonthValue() == born.getMonthValue() && day.getDayOfMonth() < born.getDayOfMonth();
    }
}
