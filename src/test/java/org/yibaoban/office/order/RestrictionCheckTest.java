package org.yibaoban.office.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.order.Restriction.Outcome;
import org.yibaoban.visit.VisitType;

/** A restriction is decided where the data decide it, and nowhere else. */
class RestrictionCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** A woman of 40, employee, inpatient, at a hospital of level 2. */
    private static final RestrictionCheck PATIENT = new RestrictionCheck(
            Optional.of(Sex.FEMALE),
            Optional.of(LocalDate.of(1986, 11, 22)),
            DAY,
            Optional.of("employee"),
            Optional.of(VisitType.INPATIENT),
            2);

    private static final RestrictionCheck NOBODY =
            new RestrictionCheck(Optional.empty(), Optional.empty(), DAY, Optional.empty(), Optional.empty(), 2);

    @ParameterizedTest
    @CsvSource({
        "限女性, MET",
        "限女性患者, MET",
        "限男性, NOT_MET",
        "限40岁以上, MET",
        "限41周岁及以上, NOT_MET",
        "限40岁以下患者, MET",
        "限39岁以下, NOT_MET",
        "限18岁以上、60岁以下, MET",
        "限18岁以上、30岁以下, NOT_MET",
        "限二级及以上医疗机构使用, MET",
        "限三级医疗机构, NOT_MET",
        "限三级及以上医院, NOT_MET",
        "限工伤保险, NOT_MET",
        "限生育保险支付, NOT_MET",
        "限住院, MET",
        "限门诊使用, NOT_MET",
        "限急性期住院患者, TO_CHECK",
        "限女性乳腺癌患者, TO_CHECK",
        "限男性前列腺癌患者, NOT_MET",
        "限二线用药, TO_CHECK",
        "限血清白蛋白低于30g/L的患者, TO_CHECK",
        "限术后患者 不超过7日, TO_CHECK",
        "限有病理诊断证据的患者, TO_CHECK",
        "限儿童, TO_CHECK",
        "限男性或12岁以下, TO_CHECK",
        "限非住院患者, TO_CHECK",
        "限男性及12岁以下, TO_CHECK",
        "限门诊和住院, TO_CHECK",
        "除工伤保险外, TO_CHECK"
    })
    void everyText(String text, Outcome expected) {
        assertThat(PATIENT.check(text).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"限女性", "限40岁以上", "限工伤保险", "限住院", "限二线用药"})
    void whatIsNotKnownOfThePatientIsLeftToCheckWithTheTextAsPrinted(String text) {
        Restriction limit = NOBODY.check(text);

        assertThat(limit.outcome()).isEqualTo(Outcome.TO_CHECK);
        assertThat(limit.text()).isEqualTo(text);
    }

    @Test
    void aLimitThatIsBrokenSaysWhyInBothLanguages() {
        Restriction limit = PATIENT.check("限三级医疗机构");

        assertThat(limit.chinese()).contains("2 级").contains("3 级");
        assertThat(limit.english()).contains("level 2").contains("level 3");
    }

    @Test
    void aSexThatTheHisDoesNotStateDecidesNothing() {
        RestrictionCheck unknown = new RestrictionCheck(
                Optional.of(Sex.NOT_STATED), Optional.empty(), DAY, Optional.empty(), Optional.empty(), 3);

        assertThat(unknown.check("限女性").outcome()).isEqualTo(Outcome.TO_CHECK);
    }
}
