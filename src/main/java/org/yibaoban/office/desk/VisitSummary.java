package org.yibaoban.office.desk;

import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** A visit in a list of the billing desk. */
public record VisitSummary(
        String visit,
        VisitType type,
        VisitStatus status,
        String patientNumber,
        String name,
        String department,
        LocalDateTime admittedAt,
        Optional<LocalDateTime> dischargedAt,
        Money charges,
        String claimState) {}
