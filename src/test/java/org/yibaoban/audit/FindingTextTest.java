package org.yibaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.config.AuditReader;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** What a finding tells the office, and what it does to the claim. */
class FindingTextTest {

    private static final AuditSettings SETTINGS = AuditReader.read(RepositoryFiles.config());

    @Test
    void aFindingSaysWhyInBothLanguagesAndWhereTheRuleComesFrom() {
        List<Finding> findings = AuditEngine.findings(stay(), SETTINGS);
        assertThat(findings)
                .extracting(finding -> finding.rule().key() + " | " + finding.severity() + " | " + finding.amount()
                        + " | " + finding.chinese() + " | " + finding.english())
                .containsExactly(
                        "no-consent | STOP | 40.50 | ALB 人血白蛋白: 自费项目未签知情同意书"
                                + " | ALB 人血白蛋白: self-paid, and no consent is signed",
                        "over-day-max | WARN | 40.50 | ALB 人血白蛋白: 2026-03-01 收费数量 3, 限 2"
                                + " | ALB 人血白蛋白: quantity 3 on 2026-03-01, at most 2",
                        "self-pay-share | WARN | 40.50 | 自费费用占 100.00%, 限 20%"
                                + " | 100.00 % of the total is self-paid, at most 20%");
        assertThat(findings.get(0).clause()).contains("条例第十五条");
        assertThat(findings.get(0).lines()).containsExactly(new LineId("1"));
    }

    @Test
    void theLimitsAndWhatTheOfficeMustClearStopAClaimTheRestWarns() {
        Set<AuditRule> stopping = Set.of(
                AuditRule.SEX_LIMIT,
                AuditRule.AGE_LIMIT,
                AuditRule.INSURANCE_LIMIT,
                AuditRule.LEVEL_LIMIT,
                AuditRule.DIAGNOSIS_LIMIT,
                AuditRule.VISIT_LIMIT,
                AuditRule.OVER_PRICE,
                AuditRule.UNMAPPED,
                AuditRule.NO_CONSENT,
                AuditRule.IDENTITY);
        for (AuditRule rule : AuditRule.values()) {
            assertThat(SETTINGS.severity(rule) == Severity.STOP).as(rule.key()).isEqualTo(stopping.contains(rule));
        }
    }

    private static AuditStay stay() {
        UsageLimits twoADay = new UsageLimits(
                Optional.of(new BigDecimal("2.00")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        AuditItem item = new AuditItem(
                "ALB", Optional.empty(), "人血白蛋白", ChargeType.DRUG, ItemClass.C, true, PaymentLimits.NONE, twoADay);
        LocalDateTime at = LocalDateTime.of(2026, 3, 1, 9, 0);
        AuditLine line = new AuditLine(
                new LineId("1"),
                item,
                new BigDecimal("3.000"),
                new BigDecimal("13.50"),
                Money.of("40.50"),
                at,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
        return new AuditStay(
                new AuditPatient(Sex.FEMALE, Optional.of(LocalDate.of(1958, 3, 2)), Optional.of("resident")),
                new AuditVisit(
                        VisitType.OUTPATIENT, at, Optional.of(at.plusHours(1)), 2, List.of("I10"), List.of(), true),
                List.of(),
                Set.of(),
                List.of(line));
    }
}
