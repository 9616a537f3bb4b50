package org.yibaoban.office.desk;

import java.time.LocalDateTime;
import java.util.Set;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;

/**
 * One row of a ward's list.
 *
 * @param age completed years today; -1 where the birth date is not known
 * @param insurance the plan's id, blank while membership is not verified
 * @param charges net charges so far, in yuan
 * @param selfPaid net class C charges so far, in yuan
 */
public record WardPatient(
        String visit,
        String patientNumber,
        String name,
        Sex sex,
        int age,
        String department,
        String ward,
        String bed,
        String doctor,
        LocalDateTime admittedAt,
        String insurance,
        Money charges,
        Money selfPaid,
        Set<StayFlag> flags) {}
