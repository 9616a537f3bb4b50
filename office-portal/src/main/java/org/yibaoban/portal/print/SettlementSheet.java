package org.yibaoban.portal.print;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.ClaimView;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.stay.Remark;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.visit.VisitType;

/**
 * What stands on a settlement sheet: one sheet for all layers. The payer's amounts once the claim is settled, the
 * estimate before that, and then the sheet says so.
 */
final class SettlementSheet {

    static final Map<InsuranceType, String> INSURANCE =
            Map.of(InsuranceType.EMPLOYEE, "职工基本医疗保险", InsuranceType.RESIDENT, "城乡居民基本医疗保险");

    private final Hospital hospital;
    private final Format format;

    SettlementSheet(Hospital hospital, Format format) {
        this.hospital = hospital;
        this.format = format;
    }

    /**
     * Values for the template {@code settlement-sheet.xhtml}; empty where there is neither an answer nor an estimate.
     *
     * @param printedBy the clerk's name, printed as the maker
     */
    Optional<Map<String, Object>> content(StayBill bill, String printedBy, LocalDateTime printedAt) {
        Optional<ClaimView> settled =
                bill.claim().filter(claim -> claim.state() == ClaimState.SETTLED && complete(claim.amounts()));
        return settled.map(ClaimView::amounts)
                .or(() -> bill.estimate().map(Settlement::amounts))
                .map(amounts -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("estimateOnly", settled.isPresent() ? "" : "预结算，未正式结算，不作为报销凭证");
                    head(values, bill);
                    claim(values, bill);
                    charges(values, bill);
                    amounts(values, amounts);
                    values.put("printedBy", printedBy);
                    values.put("printedAt", format.time(printedAt));
                    return values;
                });
    }

    private static boolean complete(Map<SettlementField, Money> amounts) {
        return amounts.keySet().containsAll(Arrays.asList(SettlementField.values()));
    }

    private void head(Map<String, Object> values, StayBill bill) {
        values.put("hospital", hospital.name());
        values.put("hospitalCode", hospital.code());
        values.put("hospitalLevel", "一二三".charAt(hospital.level() - 1) + "级");
        values.put("name", bill.patient().name());
        values.put(
                "sex",
                switch (bill.patient().sex()) {
                    case MALE -> "男";
                    case FEMALE -> "女";
                    default -> "—";
                });
        values.put("birthDate", bill.patient().birthDate().map(format::day).orElse("—"));
        values.put(
                "identity",
                bill.patient().identityNumber().map(SettlementSheet::masked).orElse("—"));
        values.put("visit", bill.visit().visit());
        values.put("patientNumber", bill.patient().number().value());
        values.put(
                "department",
                hospital.department(bill.visit().department())
                        .map(found -> found.name())
                        .orElse(bill.visit().department()));
        stay(values, bill);
        values.put(
                "diagnoses",
                bill.diagnoses().isEmpty()
                        ? "—"
                        : bill.diagnoses().stream()
                                .map(diagnosis -> diagnosis.name() + "（" + diagnosis.code() + "）")
                                .collect(Collectors.joining("；")));
        values.put(
                "insurance",
                bill.membership()
                        .map(Membership::insuranceType)
                        .map(INSURANCE::get)
                        .orElse("自费"));
        values.put(
                "memberNumber", bill.membership().map(Membership::memberNumber).orElse("—"));
    }

    private void stay(Map<String, Object> values, StayBill bill) {
        LocalDateTime admitted = bill.visit().admittedAt();
        Optional<LocalDateTime> discharged = bill.visit().dischargedAt();
        boolean inpatient = bill.visit().type() == VisitType.INPATIENT;
        values.put("kind", inpatient ? "住院" : "门诊");
        values.put("admittedLabel", inpatient ? "入院日期" : "就诊日期");
        values.put("dischargedLabel", inpatient ? "出院日期" : "结束日期");
        values.put("daysLabel", inpatient ? "住院天数" : "医疗类别");
        values.put("admitted", format.day(admitted));
        values.put("discharged", discharged.map(format::day).orElse(inpatient ? "在院" : "—"));
        values.put("days", inpatient ? days(admitted, discharged) : "门诊");
        values.put("remarks", bill.remarks().stream().map(Remark::chinese).collect(Collectors.joining("；")));
    }

    private static String days(LocalDateTime admitted, Optional<LocalDateTime> discharged) {
        return discharged
                .map(end -> Math.max(1, ChronoUnit.DAYS.between(admitted.toLocalDate(), end.toLocalDate())) + " 天")
                .orElse("—");
    }

    /** A claim that was taken back, refused or withdrawn is not this sheet's. */
    private void claim(Map<String, Object> values, StayBill bill) {
        Optional<ClaimView> claim = bill.claim().filter(found -> found.state().holdsVisit());
        values.put("claim", claim.map(ClaimView::identifier).orElse("—"));
        values.put("part", claim.flatMap(ClaimView::part).map(StayPart::chinese).orElse(""));
        values.put("reference", claim.flatMap(ClaimView::payerReference).orElse("—"));
        values.put(
                "settledAt",
                claim.flatMap(ClaimView::settledAt).map(format::instant).orElse("—"));
    }

    private void charges(Map<String, Object> values, StayBill bill) {
        values.put("charges", bill.kinds().stream().map(this::row).toList());
        values.put("all", List.of(row(ChargeSum.total(bill.kinds()))));
    }

    private Map<String, String> row(ChargeSum row) {
        return Map.of(
                "kind", row.chinese(),
                "amount", format.money(row.amount()),
                "fullSelfPay", format.money(row.split().fullSelfPay()),
                "overLimit", format.money(row.split().overLimit()),
                "preSelfPay", format.money(row.split().preSelfPay()),
                "inScope", format.money(row.split().inScope()));
    }

    private void amounts(Map<String, Object> values, Map<SettlementField, Money> amounts) {
        Money total = amounts.get(SettlementField.TOTAL);
        Money reimbursed = total.minus(amounts.get(SettlementField.PERSONAL));
        values.put(
                "layers",
                SettlementField.LAYERS.stream()
                        .map(field -> Map.of("layer", field.chinese(), "paid", format.money(amounts.get(field))))
                        .toList());
        for (SettlementField field : SettlementField.values()) {
            values.put(field.key(), format.money(amounts.get(field)));
        }
        values.put("totalCapitals", ChineseAmount.of(total));
        values.put("reimbursed", format.money(reimbursed));
        values.put("reimbursedCapitals", ChineseAmount.of(reimbursed));
        values.put("cashCapitals", ChineseAmount.of(amounts.get(SettlementField.CASH)));
    }

    /** A sheet leaves the house: the number is shown only as far as it serves to tell people apart. */
    private static String masked(String identity) {
        return IdentityNumber.fault(identity).isPresent() ? "证件号待核" : new IdentityNumber(identity).masked();
    }
}
