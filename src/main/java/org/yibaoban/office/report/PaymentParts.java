package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.yibaoban.money.Money;
import org.yibaoban.office.payment.PaymentBoard;
import org.yibaoban.office.report.Report.Part;
import org.yibaoban.quota.payment.MethodMonth;
import org.yibaoban.quota.payment.UnitShare;

/**
 * The payer's ways of paying against what was charged, and who has surplus and overrun, with the month before and the same
 * month a year before. Bounded by three months of discharges.
 */
@ApplicationScoped
class PaymentParts {

    @Inject
    private PaymentBoard board;

    @Inject
    private Named named;

    Part methods(YearMonth month) {
        return methods(board.month(month));
    }

    /** The largest overrun first. */
    Part departments(YearMonth month) {
        return departments(board.month(month), board.month(month.minusMonths(1)), board.month(month.minusYears(1)));
    }

    private static Part methods(PaymentBoard.Month month) {
        List<List<Object>> rows = new ArrayList<>();
        month.settled()
                .forEach(agreement -> agreement.methods().stream()
                        .filter(method -> method.stays() + method.belowDeductible() > 0
                                || !method.brought().isZero())
                        .forEach(method -> rows.add(List.of(
                                agreement.agreement().chinese(),
                                method.method().chinese() + " "
                                        + method.method().english(),
                                method.stays(),
                                method.belowDeductible(),
                                method.counted(),
                                method.limit(),
                                method.brought(),
                                method.surplus()))));
        return new Part(
                "支付方式执行情况",
                "Payment methods",
                List.of(
                        "协议 Agreement",
                        "支付方式 Method",
                        "人次 Stays",
                        "未超起付线 Below the deductible",
                        "计入费用 Counted",
                        "核定额 Granted",
                        "支付方式可得 Brought",
                        "结余 Surplus"),
                rows);
    }

    private Part departments(PaymentBoard.Month now, PaymentBoard.Month before, PaymentBoard.Month yearAgo) {
        Map<String, UnitShare> last = byDepartment(before);
        Map<String, UnitShare> past = byDepartment(yearAgo);
        List<List<Object>> rows = byDepartment(now).values().stream()
                .sorted(Comparator.comparing(UnitShare::surplus))
                .map(share -> List.<Object>of(
                        named.department(share.department()),
                        share.stays(),
                        share.counted(),
                        share.granted(),
                        share.surplus(),
                        counted(last, share),
                        counted(past, share)))
                .toList();
        return new Part(
                "科室结余与超支排名",
                "Departments by surplus and overrun",
                List.of(
                        "科室 Department",
                        "人次 Stays",
                        "计入费用 Counted",
                        "分得额 Granted",
                        "结余 Surplus",
                        "上月费用 Last month",
                        "上年同月费用 Year before"),
                rows,
                List.of(2, 3));
    }

    private static Money counted(Map<String, UnitShare> other, UnitShare share) {
        return Optional.ofNullable(other.get(share.department()))
                .map(UnitShare::counted)
                .orElse(Money.ZERO);
    }

    /** The largest overrun first; doctors are told apart by their codes, not by their names. */
    Part doctors(YearMonth month, boolean posting) {
        List<List<Object>> rows =
                together(board.month(month), share -> share.department() + " " + share.doctor()).values().stream()
                        .sorted(Comparator.comparing(UnitShare::surplus))
                        .map(share -> List.<Object>of(
                                named.department(share.department()),
                                named.doctor(share.doctor(), posting),
                                share.stays(),
                                share.counted(),
                                share.granted(),
                                share.surplus()))
                        .toList();
        return new Part(
                "医生结余与超支排名",
                "Doctors by surplus and overrun",
                List.of("科室 Department", "医生 Doctor", "人次 Stays", "计入费用 Counted", "分得额 Granted", "结余 Surplus"),
                rows);
    }

    private static Map<String, UnitShare> byDepartment(PaymentBoard.Month month) {
        return together(month, UnitShare::department);
    }

    private static Map<String, UnitShare> together(PaymentBoard.Month month, Function<UnitShare, String> key) {
        Map<String, UnitShare> sums = new TreeMap<>();
        month.settled().stream()
                .flatMap(agreement -> agreement.methods().stream())
                .map(MethodMonth::shares)
                .flatMap(List::stream)
                .forEach(share -> sums.merge(key.apply(share), share, UnitShare::plus));
        return sums;
    }
}
