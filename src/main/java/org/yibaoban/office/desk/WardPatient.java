package org.yibaoban.office.desk;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.StayPayment;

/**
 * One row of a ward's list.
 *
 * @param age completed years today; -1 where the birth date is not known
 * @param insurance the plan's id, blank while membership is not verified
 * @param charges net charges so far, in yuan
 * @param selfPaid net class C charges so far, in yuan
 * @param payment what the payer's way of paying brings; empty for who settles as self-paying
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
        Optional<StayPayment> payment,
        Set<StayFlag> flags) {}
