package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.PlanReader;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/**
 * A new rate from a day on changes the stays from that day on and no other: what was settled before replays to the same
 * fen. The change is made as the office makes it: in a plan folder, by ending a term and adding one.
 */
class PlanChangeTest {

    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);
    private static final YearToDate YEAR = Settling.year(Map.of("stays", "1", "basic_fund", "96543.21"));
    private static final List<BenefitLine> LINES = List.of(
            Lines.a("8123.45"),
            Lines.b("3210.99", "0.15"),
            Lines.limited(Lines.b("640.00", "0.10"), "3", "199.99"),
            Lines.c("455.55"),
            Lines.waived(Lines.a("120.00")));

    @TempDir
    private Path configDir;

    @BeforeEach
    void copyThePlans() throws IOException {
        Path plans = Files.createDirectory(configDir.resolve("plans"));
        for (String plan : List.of("hecheng-employee.yaml", "hecheng-resident.yaml")) {
            Files.copy(RepositoryFiles.config().resolve("plans").resolve(plan), plans.resolve(plan));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hecheng-employee", "hecheng-resident"})
    void aRateThatChangesOnADayChangesNoEarlierStay(String planId) throws IOException {
        Plans before = PlanReader.read(configDir);
        changeTheRateOfLevel2(planId);
        Plans after = PlanReader.read(configDir);

        for (LocalDate day = LocalDate.of(2025, 1, 1); day.isBefore(CHANGE); day = day.plusDays(1)) {
            assertThat(settle(after, planId, day).amounts())
                    .as("settled on " + day)
                    .isEqualTo(settle(before, planId, day).amounts());
        }
        for (LocalDate day : List.of(CHANGE, CHANGE.plusYears(3))) {
            assertThat(settle(after, planId, day).amount(SettlementField.BASIC_FUND))
                    .as("settled on " + day)
                    .isLessThan(settle(before, planId, day).amount(SettlementField.BASIC_FUND));
        }
    }

    @Test
    void theOldRateStillNamesItsLastDayAndTheNewOneItsFirst() throws IOException {
        changeTheRateOfLevel2("hecheng-resident");
        Plans plans = PlanReader.read(configDir);

        assertThat(rate(settle(plans, "hecheng-resident", CHANGE.minusDays(1))))
                .isEqualTo("0.75 from 2025-01-01 to 2026-06-30");
        assertThat(rate(settle(plans, "hecheng-resident", CHANGE))).isEqualTo("0.31 from 2026-07-01");
    }

    /** Rates of 2025 against those of 2026, in the plans as they are: each year's figures, whenever it is settled. */
    @Test
    void lastYearsStayReplaysByLastYearsFigures() {
        Plans plans = PlanReader.read(RepositoryFiles.config());
        List<BenefitLine> lines = List.of(Lines.a("1900.00"));

        assertThat(basicFund(plans, "2025-12-31", lines)).hasToString("600.00");
        assertThat(basicFund(plans, "2026-01-01", lines)).hasToString("650.00");
        assertThat(basicFund(plans, "2025-12-31", lines)).hasToString("600.00");
    }

    private static Money basicFund(Plans plans, String day, List<BenefitLine> lines) {
        Plan plan = plans.inForce("hecheng-resident", LocalDate.parse(day)).orElseThrow();
        return BenefitEngine.settle(plan, Settling.RESIDENT, YearToDate.NONE, VisitTerms.inpatient(3), lines)
                .amount(SettlementField.BASIC_FUND);
    }

    private static Settlement settle(Plans plans, String planId, LocalDate discharged) {
        Plan plan = plans.inForce(planId, discharged).orElseThrow();
        Member member = plan.insuranceType() == InsuranceType.EMPLOYEE
                ? Member.active(MemberCategory.IN_SERVICE, Money.of("800.00"))
                : Settling.POOR;
        return BenefitEngine.settle(plan, member, YEAR, VisitTerms.inpatient(2), LINES);
    }

    private static String rate(Settlement settlement) {
        Explanation.Parameter rate = settlement.explanation().stream()
                .filter(one -> one.field() == SettlementField.BASIC_FUND)
                .flatMap(one -> one.parameters().stream())
                .filter(parameter -> parameter.key().equals("basic_fund.rate.level_2"))
                .findFirst()
                .orElseThrow();
        return rate.value() + " from " + rate.from()
                + rate.to().map(to -> " to " + to).orElse("");
    }

    /** Ends the rate of level 2 the day before, and adds a much lower one. */
    private void changeTheRateOfLevel2(String planId) throws IOException {
        Path file = configDir.resolve("plans").resolve(planId + ".yaml");
        StringBuilder changed = new StringBuilder();
        boolean inRates = false;
        for (String line : Files.readAllLines(file)) {
            inRates = line.startsWith("  basic_fund.rate:") || inRates && line.startsWith("    ");
            if (inRates && line.contains("{level: 2, value: ")) {
                changed.append(line.replace("from: 2025-01-01", "from: 2025-01-01, to: " + CHANGE.minusDays(1)))
                        .append('\n');
                changed.append("    - {level: 2, value: 0.31, from: ")
                        .append(CHANGE)
                        .append(", source: \"a new decree, 1\"}\n");
            } else {
                changed.append(line).append('\n');
            }
        }
        assertThat(changed).contains("a new decree");
        Files.writeString(file, changed);
    }
}
