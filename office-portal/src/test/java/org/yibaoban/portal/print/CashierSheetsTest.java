package org.yibaoban.portal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptKind;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.VisitSummary;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

class CashierSheetsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Hospital HOSPITAL = new Hospital(
            "H99000000001",
            "禾城市第一人民医院",
            "Hecheng First People's Hospital",
            3,
            ZONE,
            List.of(new Department("0301", "呼吸与危重症医学科", "Respiratory Medicine", List.of(), List.of())),
            Map.of(InsuranceType.EMPLOYEE, "hecheng-employee"));
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final ReceiptNumber NUMBER = new ReceiptNumber(ReceiptKind.PAYMENT, 12);
    private static final Parts PARTS = new Parts(Map.of(
            PayMethod.CASH, Money.of("1204.05"),
            PayMethod.ACCOUNT, Money.of("300.00"),
            PayMethod.DEPOSIT, Money.of("500.00")));

    private final CashierSheets sheets = new CashierSheets(HOSPITAL, new Format(Clock.fixed(AT, ZONE)));

    @Test
    void a_receipt_shows_number_methods_and_the_amount_in_capitals() throws IOException {
        String text = printed("receipt", sheets.receipt(receipt(Optional.empty(), PARTS, ""), visit()));
        assertThat(text)
                .contains("SK-00000012", "个人负担收据", "吉𠮷", "ZY1", "2026-11-22 10:00:00", "医保个人账户", "300.00")
                .contains("2,004.05", "贰仟零肆元零伍分")
                .doesNotContain("冲销");
    }

    @Test
    void one_that_voids_says_which_and_why() throws IOException {
        Receipt voiding = receipt(Optional.of(new ReceiptNumber(ReceiptKind.PAYMENT, 11)), PARTS.negated(), "结算撤销");
        assertThat(printed("receipt", sheets.receipt(voiding, visit())))
                .contains("冲销 SK-00000011", "结算撤销", "-2,004.05", "负贰仟零肆元零伍分");
    }

    @Test
    void a_closing_shows_expected_counted_and_difference_by_method() throws IOException {
        Closing closing = new Closing(
                7,
                "cashier",
                AT,
                List.of(receipt(Optional.empty(), PARTS, "")),
                Parts.of(PayMethod.CASH, Money.of("1204.00")),
                "零钱短少",
                "office",
                Optional.empty());
        assertThat(printed("closing-sheet", sheets.closing(closing)))
                .contains("收费员日结单", "1,204.05", "1,204.00", "-0.05", "零钱短少", "壹仟贰佰零肆元整", "待接收", "SK-00000012");
    }

    private static Receipt receipt(Optional<ReceiptNumber> voids, Parts parts, String reason) {
        return new Receipt(NUMBER, Optional.of("claim-1"), voids, parts, "cashier", AT, reason);
    }

    private static VisitSummary visit() {
        return new VisitSummary(
                "ZY1",
                VisitType.INPATIENT,
                VisitStatus.DISCHARGED,
                "P1",
                "吉𠮷",
                "0301",
                LocalDateTime.of(2026, 11, 20, 8, 0),
                Optional.empty(),
                Money.of("9000.00"),
                "SETTLED");
    }

    private static String printed(String template, Map<String, Object> content) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Pdf.write(new Template("/org/yibaoban/portal/print/" + template + ".xhtml").fill(content), pdf);
        return PrintedText.of(pdf.toByteArray());
    }
}
