package org.yibaoban.portal.print;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.VisitSummary;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.i18n.Format;

/** What stands on a receipt and on a closing sheet. */
final class CashierSheets {

    private final Hospital hospital;
    private final Format format;

    CashierSheets(Hospital hospital, Format format) {
        this.hospital = hospital;
        this.format = format;
    }

    Map<String, Object> receipt(Receipt receipt, VisitSummary visit) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("hospital", hospital.name());
        values.put("title", receipt.kind().chinese());
        values.put("number", receipt.number().toString());
        values.put("at", format.instant(receipt.at()));
        values.put("name", visit.name());
        values.put("visit", visit.visit());
        values.put("patientNumber", visit.patientNumber());
        values.put(
                "department",
                hospital.department(visit.department())
                        .map(found -> found.name())
                        .orElse(visit.department()));
        values.put("claim", receipt.claim().orElse("—"));
        values.put("parts", parts(receipt.parts()));
        values.put("amount", format.money(receipt.amount()));
        values.put("capitals", ChineseAmount.of(receipt.amount()));
        values.put("cashier", receipt.cashier());
        values.put(
                "voids",
                receipt.voids()
                        .map(voided -> "冲销 " + voided + "，原因：" + receipt.reason())
                        .orElse(""));
        return values;
    }

    private List<Map<String, String>> parts(Parts parts) {
        return Arrays.stream(PayMethod.values())
                .filter(method -> parts.amounts().containsKey(method))
                .map(method -> Map.of("method", method.chinese(), "paid", format.money(parts.of(method))))
                .toList();
    }

    Map<String, Object> closing(Closing closing) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("hospital", hospital.name());
        values.put("cashier", closing.cashier());
        values.put("at", format.instant(closing.at()));
        values.put("number", String.valueOf(closing.id()));
        values.put("methods", methods(closing));
        values.put("handedOver", format.money(closing.handedOver()));
        values.put("capitals", ChineseAmount.of(closing.handedOver()));
        values.put("reason", closing.reason().isBlank() ? "—" : closing.reason());
        values.put("receiver", closing.receiver());
        values.put(
                "answer",
                closing.answer()
                        .map(answer -> (answer.confirmed() ? "已接收 " : "已退回 ") + format.instant(answer.at()) + " "
                                + answer.remark())
                        .orElse("待接收"));
        values.put("receipts", closing.receipts().stream().map(this::receiptRow).toList());
        values.put("count", String.valueOf(closing.receipts().size()));
        return values;
    }

    private List<Map<String, String>> methods(Closing closing) {
        Parts expected = closing.expected();
        return Arrays.stream(PayMethod.values())
                .map(method -> Map.of(
                        "method", method.chinese(),
                        "expected", format.money(expected.of(method)),
                        "counted", counted(method, closing.counted().of(method)),
                        "difference", counted(method, closing.difference(method))))
                .toList();
    }

    /** What does not pass through the cashier's hands is not counted. */
    private String counted(PayMethod method, Money amount) {
        return method.isCounted() ? format.money(amount) : "—";
    }

    private Map<String, String> receiptRow(Receipt receipt) {
        return Map.of(
                "number", receipt.number().toString(),
                "kind", receipt.kind().chinese(),
                "at", format.instant(receipt.at()),
                "voids", receipt.voids().map(ReceiptNumber::toString).orElse(""),
                "amount", format.money(receipt.amount()));
    }
}
