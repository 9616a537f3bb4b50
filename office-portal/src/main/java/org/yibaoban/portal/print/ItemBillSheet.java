package org.yibaoban.portal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.charge.ItemSum;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.ItemBill;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.i18n.Format;

/** Daily bills (日清单) and itemised bills (费用清单) as PDF, each patient on pages of his own. */
public final class ItemBillSheet {

    private static final Template PAGE = new Template("/org/yibaoban/portal/print/item-bill.xhtml");

    private final Hospital hospital;
    private final Format format;

    public ItemBillSheet(Hospital hospital, Format format) {
        this.hospital = hospital;
        this.format = format;
    }

    /**
     * @param printedBy the user's name
     * @throws IOException when the stream cannot be written
     */
    public void write(List<ItemBill> bills, String printedBy, LocalDateTime printedAt, OutputStream out)
            throws IOException {
        Pdf.write(
                PAGE.fill(Map.of(
                        "hospital", hospital.name(),
                        "printedBy", printedBy,
                        "printedAt", format.time(printedAt),
                        "bills", bills.stream().map(this::bill).toList(),
                        "nothing", bills.isEmpty() ? "当日没有费用 No charges" : "")),
                out);
    }

    private Map<String, Object> bill(ItemBill bill) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", bill.day().isPresent() ? "住院费用日清单" : "住院费用清单");
        values.put("name", bill.name());
        values.put("visit", bill.visit());
        values.put("patientNumber", bill.patientNumber());
        values.put("place", place(bill));
        values.put(
                "insurance",
                bill.membership()
                        .map(membership -> SettlementSheet.INSURANCE.get(membership.insuranceType()))
                        .orElse("自费或待核"));
        values.put(
                "period",
                bill.day()
                        .map(format::day)
                        .orElseGet(() -> format.day(bill.admittedAt()) + " – "
                                + bill.dischargedAt().map(format::day).orElse("在院")));
        values.put("kinds", kinds(bill.items()));
        values.put("all", List.of(amounts("合计", bill.sum().amount(), bill.sum().split())));
        values.put("capitals", ChineseAmount.of(bill.sum().amount()));
        values.put("soFar", format.money(bill.soFar()));
        return values;
    }

    private String place(ItemBill bill) {
        String department = hospital.department(bill.location().department())
                .map(found -> found.name())
                .orElse(bill.location().department());
        String ward = hospital.ward(bill.location().ward())
                .map(found -> found.name())
                .orElse(bill.location().ward());
        return department + " " + ward + " " + bill.location().bed() + "床";
    }

    private List<Map<String, Object>> kinds(List<ItemSum> items) {
        Map<ChargeType, List<ItemSum>> byKind =
                items.stream().collect(Collectors.groupingBy(ItemSum::kind, TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> kinds = new ArrayList<>();
        byKind.forEach((kind, ofKind) -> kinds.add(Map.of(
                "items",
                ofKind.stream().map(this::item).toList(),
                "sum",
                List.of(sum(kind.chinese() + " 小计", ofKind)))));
        return kinds;
    }

    private Map<String, Object> item(ItemSum item) {
        Map<String, Object> values = new LinkedHashMap<>(amounts(item.name(), item.amount(), item.split()));
        values.put("code", item.nationalCode().orElse(item.itemCode()));
        values.put("unit", item.unit().isBlank() ? "次" : item.unit());
        values.put("class", itemClass(item));
        values.put("price", format.price(item.unitPrice()));
        values.put("quantity", format.exact(item.quantity()));
        return values;
    }

    private static String itemClass(ItemSum item) {
        if (item.itemClass() == ItemClass.B) {
            return "乙类 "
                    + item.firstShare()
                            .map(rate -> rate.share()
                                            .movePointRight(2)
                                            .stripTrailingZeros()
                                            .toPlainString() + "%")
                            .orElse("");
        }
        return item.itemClass() == ItemClass.A ? "甲类" : "丙类";
    }

    private Map<String, Object> sum(String of, List<ItemSum> items) {
        return amounts(
                of,
                Money.sum(items.stream().map(ItemSum::amount).toList()),
                new ChargeSplit(
                        Money.sum(items.stream()
                                .map(item -> item.split().fullSelfPay())
                                .toList()),
                        Money.sum(items.stream()
                                .map(item -> item.split().overLimit())
                                .toList()),
                        Money.sum(items.stream()
                                .map(item -> item.split().preSelfPay())
                                .toList()),
                        Money.sum(items.stream()
                                .map(item -> item.split().inScope())
                                .toList())));
    }

    private Map<String, Object> amounts(String of, Money amount, ChargeSplit split) {
        return Map.of(
                "of", of,
                "amount", format.money(amount),
                "fullSelfPay", format.money(split.fullSelfPay()),
                "overLimit", format.money(split.overLimit()),
                "preSelfPay", format.money(split.preSelfPay()),
                "inScope", format.money(split.inScope()));
    }
}
