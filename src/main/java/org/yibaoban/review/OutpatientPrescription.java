package org.yibaoban.review;

import java.time.LocalDateTime;
import org.yibaoban.money.Money;

/**
 * What a doctor ordered of drugs for one outpatient visit on one day (docs/review.md).
 *
 * @param patient whose it is, by row
 * @param department that ordered it
 * @param doctor code, blank where the HIS does not tell
 * @param at of its first drug
 * @param amount net of what was taken back, in yuan
 */
public record OutpatientPrescription(
        long patient, String department, String visit, String doctor, LocalDateTime at, Money amount) {}
