package org.yibaoban.membership;

import java.time.LocalDate;

/**
 * A person's insurance as the payer verified it on a day.
 *
 * @param memberNumber the payer's number of the person (psn_no)
 * @param planId the plan file under {@code config/plans} that covers the person
 */
public record Membership(
        String memberNumber,
        InsuranceType insuranceType,
        String planId,
        Member member,
        YearToDate yearToDate,
        LocalDate verifiedOn) {}
