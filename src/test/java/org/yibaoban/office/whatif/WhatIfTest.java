package org.yibaoban.office.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.config.HospitalReader;
import org.yibaoban.config.PlanReader;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.whatif.WhatIf.Change;
import org.yibaoban.office.whatif.WhatIf.Group;

class WhatIfTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Member WORKER = Member.active(MemberCategory.IN_SERVICE, Money.ZERO);
    private static final Member PENSIONER = Member.active(MemberCategory.RETIRED, Money.ZERO);
    private static final Member CIVIL_SERVANT =
            new Member(MemberCategory.IN_SERVICE, false, true, Money.ZERO, Standing.ACTIVE);

    /** Three stays of 2,500 at home, settled again as if filed away: 1,500 deductible and 75 (78) percent. */
    private static WhatIf threeStays() {
        WhatIfTally tally = new WhatIfTally();
        tally.compare("0301", WORKER, settle("hecheng-employee", WORKER).amounts(), away(WORKER));
        tally.compare("0301", PENSIONER, settle("hecheng-employee", PENSIONER).amounts(), away(PENSIONER));
        tally.compare(
                "9999", CIVIL_SERVANT, settle("hecheng-employee", CIVIL_SERVANT).amounts(), away(CIVIL_SERVANT));
        tally.otherInsurance();
        tally.notSettled("no terms");
        tally.notSettled("no terms");
        WhatIfQuestion question = new WhatIfQuestion(
                "hecheng-employee-away", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), Optional.empty());
        return tally.result(question, HospitalReader.read(RepositoryFiles.config())::department);
    }

    @Test
    void theSumsAreThoseOfTheStays() {
        WhatIf result = threeStays();

        assertThat(result.all().stays()).isEqualTo(3);
        assertThat(result.all().total()).hasToString("7500.00");
        // at home 1600 x 0.85, 0.88, 0.85; away 1000 x 0.75, 0.78, 0.75
        assertThat(result.all().changes().get(SettlementField.BASIC_FUND))
                .isEqualTo(new Change(Money.of("4128.00"), Money.of("2280.00")));
        // the civil servant bears 900 + 240 at home, 1500 + 250 away; 60 percent of it is paid
        assertThat(result.all().changes().get(SettlementField.SUPPLEMENT))
                .isEqualTo(new Change(Money.of("684.00"), Money.of("1050.00")));
        assertThat(result.all().changes().get(SettlementField.PERSONAL).difference())
                .hasToString("1482.00");
        assertThat(result.otherInsurance()).isEqualTo(1);
        assertThat(result.notSettled()).isEqualTo(Map.of("no terms", 2L));
    }

    @Test
    void departmentsAndCategoriesEachAddUpToTheWhole() {
        WhatIf result = threeStays();

        assertThat(result.departments())
                .extracting(Group::key, Group::chinese, Group::stays)
                .containsExactly(tuple("0301", "呼吸与危重症医学科", 2L), tuple("9999", "9999", 1L));
        assertThat(result.categories())
                .extracting(Group::key)
                .containsExactly("civil-servant", "in-service", "retired");
        for (SettlementField field : WhatIf.COMPARED) {
            assertThat(sum(result.departments(), field))
                    .isEqualTo(result.all().changes().get(field));
            assertThat(sum(result.categories(), field))
                    .isEqualTo(result.all().changes().get(field));
        }
    }

    @Test
    void whatTheFundsPayLessThePatientPaysMore() {
        Money change = Money.ZERO;
        for (SettlementField layer : SettlementField.LAYERS) {
            change = change.plus(threeStays().all().changes().get(layer).difference());
        }
        assertThat(change.plus(threeStays()
                        .all()
                        .changes()
                        .get(SettlementField.PERSONAL)
                        .difference()))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void theWorkbookHoldsTheSameFigures() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WhatIfWorkbook.write(threeStays(), out);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> layers = workbook.getSheet(0).orElseThrow().read();
            Row basicFund = layers.stream()
                    .filter(row -> row.getCellText(0).startsWith("基本医保统筹基金"))
                    .findFirst()
                    .orElseThrow();
            assertThat(basicFund.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo(new BigDecimal("4128.00"));
            assertThat(basicFund.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo(new BigDecimal("2280.00"));
            assertThat(basicFund.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo(new BigDecimal("-1848.00"));
            List<Row> departments = workbook.getSheet(1).orElseThrow().read();
            assertThat(departments.get(2).getCellText(0)).isEqualTo("呼吸与危重症医学科 Respiratory Medicine");
            assertThat(departments.get(2).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("5000.00");
            assertThat(workbook.getSheet(2).orElseThrow().read()).hasSize(5);
        }
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> new WhatIfQuestion("p", DAY, DAY.minusDays(1), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before it starts");
    }

    private static Change sum(List<Group> groups, SettlementField field) {
        Change sum = Change.NOTHING;
        for (Group group : groups) {
            Change change = group.changes().get(field);
            sum = sum.plus(change.was(), change.wouldBe());
        }
        return sum;
    }

    private static Settlement away(Member member) {
        return settle("hecheng-employee-away", member);
    }

    private static Settlement settle(String planId, Member member) {
        BenefitLine line = new BenefitLine(
                Money.of("2500.00"), ItemClass.A, Optional.empty(), BigDecimal.ONE, Optional.empty(), false);
        return BenefitEngine.settle(
                PlanReader.read(RepositoryFiles.config()).inForce(planId, DAY).orElseThrow(),
                member,
                YearToDate.NONE,
                VisitTerms.inpatient(3),
                List.of(line));
    }
}
