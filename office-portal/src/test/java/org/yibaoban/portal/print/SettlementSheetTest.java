package org.yibaoban.portal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.stay.Remark;
import org.yibaoban.portal.desk.Stays;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.VisitStatus;

class SettlementSheetTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Hospital HOSPITAL = new Hospital(
            "H99000000001",
            "禾城市第一人民医院",
            "Hecheng First People's Hospital",
            3,
            ZONE,
            List.of(new Department("0301", "呼吸与危重症医学科", "Respiratory Medicine", List.of(), List.of())),
            Map.of(InsuranceType.EMPLOYEE, "hecheng-employee"));
    private static final String ESTIMATE_ONLY = "预结算,未正式结算";

    @Test
    void an_estimate_says_that_it_is_one_and_shows_figures_and_capitals() throws IOException {
        String text = printed("estimate", Stays.discharged(Optional.empty()));
        assertThat(text)
                .contains(ESTIMATE_ONLY, "禾城市第一人民医院", "测试患者", "肺炎(J18.900)", "呼吸与危重症医学科")
                .contains("18,000.00", "11,840.00", "6,160.00", "1,500.00", "4,660.00", "8,600.00")
                .contains("壹万捌仟元整", "壹万壹仟捌佰肆拾元整", "肆仟陆佰陆拾元整")
                .contains("制单:收费员", "审核:", "复核:", "第 1 页 / 共 1 页");
        assertThat(text).contains("990000**********").doesNotContain(Stays.identity());
    }

    @Test
    void a_settled_stay_shows_the_payers_amounts_and_number() throws IOException {
        Map<SettlementField, Money> answer = new EnumMap<>(Stays.settlement().amounts());
        answer.put(SettlementField.BASIC_FUND, Money.of("11839.99"));
        answer.put(SettlementField.PERSONAL, Money.of("6160.01"));
        String text = printed("settled", Stays.discharged(Optional.of(Stays.claim(ClaimState.SETTLED, answer))));
        assertThat(text).doesNotContain(ESTIMATE_ONLY).contains("S202611090001", "2026-11-09 11:00:05");
        assertThat(text).contains("11,839.99", "6,160.01", "壹万壹仟捌佰叁拾玖元玖角玖分");
    }

    @Test
    void a_claim_that_is_not_settled_does_not_pass_for_a_settlement() throws IOException {
        Map<SettlementField, Money> answer = new EnumMap<>(Stays.settlement().amounts());
        answer.put(SettlementField.BASIC_FUND, Money.of("1.00"));
        String text = printed("difference", Stays.discharged(Optional.of(Stays.claim(ClaimState.DIFFERENCE, answer))));
        assertThat(text).contains(ESTIMATE_ONLY, "11,840.00");
    }

    @Test
    void a_stay_with_every_kind_of_charge_still_fits_on_one_sheet() throws IOException {
        String text = printed("every-kind", Stays.ofEveryKind(Stays.discharged(Optional.empty())));
        assertThat(text).contains("床位费", "中药饮片", "其他", "第 1 页 / 共 1 页");
    }

    @Test
    void an_outpatient_visit_has_a_sheet_of_its_own_words_with_the_reasons() throws IOException {
        String text = printed("outpatient", Stays.outpatient(List.of(new Remark("自费结算：欠费暂停", "Self-paying"))));
        assertThat(text).contains("医疗保险门诊费用结算单", "就诊日期", "自费结算:欠费暂停").doesNotContain("住院", "出院", "在院");
    }

    @Test
    void markup_in_a_name_is_printed_as_it_is() throws IOException {
        String text = printed("hostile", Stays.stay("<b>甲</b> & ${x} ﷺ", VisitStatus.DISCHARGED, Optional.empty()));
        assertThat(text).contains("<b>甲</b> & ${x}");
    }

    private static String printed(String name, StayBill bill) throws IOException {
        Format format = new Format(Clock.fixed(Instant.parse("2026-11-09T04:00:00Z"), ZONE));
        Map<String, Object> content = new SettlementSheet(HOSPITAL, format)
                .content(bill, "收费员", LocalDateTime.of(2026, 11, 9, 12, 0))
                .orElseThrow();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Pdf.write(new Template("/org/yibaoban/portal/print/settlement-sheet.xhtml").fill(content), pdf);
        // kept for looking at
        Path file = Path.of("target/sheets", name + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pdf.toByteArray());
        return PrintedText.of(pdf.toByteArray());
    }
}
