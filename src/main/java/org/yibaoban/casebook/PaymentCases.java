package org.yibaoban.casebook;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yibaoban.casebook.CaseResult.Difference;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.config.YamlNode;
import org.yibaoban.quota.payment.MethodMonth;
import org.yibaoban.quota.payment.MonthPayment;
import org.yibaoban.quota.payment.PaymentAgreement;
import org.yibaoban.quota.payment.PaymentAgreements;
import org.yibaoban.quota.payment.PaymentMethod;
import org.yibaoban.quota.payment.PaymentStay;
import org.yibaoban.quota.payment.StayPayment;
import org.yibaoban.quota.payment.UnitShare;

/**
 * Case files of {@code kind: payment} (spec/quotas.md, "Payment methods"): stays of a month under an agreement. Compared
 * is what a case names: stays, methods, departments, each with the figures that are stated.
 */
public final class PaymentCases implements CaseKind {

    private static final Set<String> KEYS = Set.of("kind", "agreement", "cases");
    private static final Set<String> CASE_KEYS = Set.of("name", "month", "stays", "expect");
    private static final Set<String> STAY_FIELDS = Set.of("outcome", "method", "counted", "brought", "surplus");
    private static final Set<String> MONTH_FIELDS =
            Set.of("stays", "below_deductible", "below_deductible_charges", "counted", "limit", "brought", "surplus");
    private static final Set<String> DEPARTMENT_FIELDS = Set.of("stays", "counted", "granted", "surplus");

    private final Path configDir;
    private PaymentAgreements agreements;

    /** @param configDir the agreements are read from it when the first file of this kind comes */
    public PaymentCases(Path configDir) {
        this.configDir = configDir;
    }

    @Override
    public String kind() {
        return "payment";
    }

    @Override
    public List<CaseResult> run(YamlNode file) {
        file.onlyKeys(KEYS);
        YamlNode id = file.get("agreement");
        PaymentAgreement agreement = agreements()
                .of(id.text())
                .orElseThrow(() -> id.fault("unknown agreement " + id.text() + ", known are "
                        + agreements().all().stream().map(PaymentAgreement::id).toList()));
        List<PaymentCase> cases =
                file.get("cases").items().stream().map(PaymentCases::read).toList();
        if (cases.isEmpty()) {
            throw file.get("cases").fault("no case stands here");
        }
        return cases.stream().map(one -> run(agreement, one)).toList();
    }

    private PaymentAgreements agreements() {
        if (agreements == null) {
            agreements = PaymentReader.read(configDir);
        }
        return agreements;
    }

    /** A figure that a case expects, by the name under which a difference is shown. */
    private record PaymentCase(
            String name, int line, YearMonth month, List<PaymentStay> stays, Map<String, String> expected) {}

    private static PaymentCase read(YamlNode node) {
        node.onlyKeys(CASE_KEYS);
        Map<String, String> expected = new TreeMap<>();
        YamlNode expect = node.get("expect").onlyKeys(Set.of("stays", "methods", "departments"));
        flatten(expect, "stays", STAY_FIELDS, expected);
        flatten(expect, "methods", MONTH_FIELDS, expected);
        flatten(expect, "departments", DEPARTMENT_FIELDS, expected);
        if (expected.isEmpty()) {
            throw expect.fault("nothing is expected");
        }
        return new PaymentCase(
                node.get("name").text(),
                node.line(),
                month(node.get("month")),
                node.get("stays").items().stream().map(PaymentInput::stay).toList(),
                expected);
    }

    private static void flatten(YamlNode expect, String key, Set<String> fields, Map<String, String> expected) {
        expect.find(key)
                .ifPresent(parts -> parts.entries()
                        .forEach((name, part) -> part.onlyKeys(fields)
                                .entries()
                                .forEach((field, value) ->
                                        expected.put(key + "." + name + "." + field, PaymentInput.figure(value)))));
    }

    private static YearMonth month(YamlNode node) {
        try {
            return YearMonth.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.fault("a month such as 2026-06 is expected here, not " + node.text());
        }
    }

    private static CaseResult run(PaymentAgreement agreement, PaymentCase one) {
        try {
            Map<String, String> got = got(agreement, one);
            List<Difference> differences = new ArrayList<>();
            one.expected().forEach((field, expected) -> {
                String found = got.getOrDefault(field, "-");
                if (!found.equals(expected)) {
                    differences.add(new Difference(field, expected, found));
                }
            });
            return CaseResult.compared(one.name(), one.line(), differences);
        } catch (ConfigFault | ArithmeticException fault) {
            return CaseResult.failed(one.name(), one.line(), fault.getMessage());
        }
    }

    private static Map<String, String> got(PaymentAgreement agreement, PaymentCase one) {
        Map<String, String> got = new TreeMap<>();
        one.stays().forEach(stay -> stay(got, "stays." + stay.visit() + ".", agreement.pay(stay)));
        MonthPayment month = agreement.month(one.month(), one.stays());
        Map<String, UnitShare> departments = new TreeMap<>();
        for (MethodMonth method : month.methods()) {
            String at = "methods." + method.method().id() + ".";
            got.put(at + "stays", "" + method.stays());
            got.put(at + "below_deductible", "" + method.belowDeductible());
            got.put(
                    at + "below_deductible_charges",
                    method.belowDeductibleCharges().toString());
            got.put(at + "counted", method.counted().toString());
            got.put(at + "limit", method.limit().toString());
            got.put(at + "brought", method.brought().toString());
            got.put(at + "surplus", method.surplus().toString());
            method.byDepartment().forEach(share -> departments.merge(share.department(), share, UnitShare::plus));
        }
        departments.forEach((department, share) -> {
            String at = "departments." + department + ".";
            got.put(at + "stays", "" + share.stays());
            got.put(at + "counted", share.counted().toString());
            got.put(at + "granted", share.granted().toString());
            got.put(at + "surplus", share.surplus().toString());
        });
        return got;
    }

    private static void stay(Map<String, String> got, String at, StayPayment payment) {
        got.put(at + "outcome", PaymentInput.word(payment.outcome()));
        payment.method().map(PaymentMethod::id).ifPresent(id -> got.put(at + "method", id));
        put(got, at + "counted", payment.counted());
        put(got, at + "brought", payment.brought());
        put(got, at + "surplus", payment.surplus());
    }

    private static void put(Map<String, String> got, String field, Optional<?> figure) {
        figure.ifPresent(value -> got.put(field, value.toString()));
    }
}
