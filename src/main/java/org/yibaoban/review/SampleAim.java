package org.yibaoban.review;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.audit.AuditRule;

/**
 * What a sample of prescriptions is drawn from. Without department, doctor, drug and rule it is a random one, with any of
 * them a targeted one (专项点评).
 *
 * @param from first day of charging, included
 * @param to last day, included
 * @param department ordering department's code; blank for all
 * @param doctor code; blank for all
 * @param item hospital's code of a drug that is on the prescription; blank for any
 * @param rule that found something on the prescription
 * @param size of the sample, 1 to 500
 * @param seed 1 to 40 characters: the same seed draws the same of the same prescriptions
 */
public record SampleAim(
        LocalDate from,
        LocalDate to,
        String department,
        String doctor,
        String item,
        Optional<AuditRule> rule,
        int size,
        String seed) {

    public static final int LARGEST = 500;
    public static final int LONGEST_SEED = 40;
    /** A quarter: what is drawn from is read as a whole. */
    public static final int LONGEST_DAYS = 92;

    /** @throws IllegalArgumentException for what cannot be drawn */
    public SampleAim {
        if (from == null || to == null || to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw new IllegalArgumentException("1 – " + (LONGEST_DAYS + 1) + " 天 days");
        }
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("样本 size: 1 – " + LARGEST);
        }
        if (seed.isBlank() || seed.length() > LONGEST_SEED) {
            throw new IllegalArgumentException("随机种子 seed: 1 – " + LONGEST_SEED);
        }
    }

    public boolean isTargeted() {
        return !department.isBlank() || !doctor.isBlank() || !item.isBlank() || rule.isPresent();
    }
}
