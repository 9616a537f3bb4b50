package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.yibaoban.money.Money;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.payment.PaymentBoard;
import org.yibaoban.office.quota.QueryDesk;
import org.yibaoban.office.report.Report.Part;
import org.yibaoban.quota.payment.MethodMonth;
import org.yibaoban.quota.payment.UnitShare;

/**
 * The office's month for its meeting and for posting: the payer's ways of paying against what was charged, the ranking
 * of surplus and overrun, year on year, and the queries to departments. Bounded by three months of discharges.
 */
@ApplicationScoped
public class MonthReports {

    private static final int QUERIES = 200;

    @Inject
    private PaymentBoard board;

    @Inject
    private QueryDesk queries;

    @Inject
    private Hospital hospital;

    /**
     * @param posting for the notice board: doctors' names are masked, queries are left out
     */
    @Transactional
    public Report of(YearMonth month, boolean posting) {
        PaymentBoard.Month now = board.month(month);
        PaymentBoard.Month before = board.month(month.minusMonths(1));
        PaymentBoard.Month yearAgo = board.month(month.minusYears(1));
        List<Part> parts = new ArrayList<>();
        parts.add(methods(now));
        parts.add(departments(now, before, yearAgo));
        parts.add(doctors(now, posting));
        if (!posting) {
            parts.add(asked(month));
        }
        return new Report(
                hospital.name() + " " + month + " 医保费用月报",
                hospital.englishName() + ", insurance costs of " + month,
                parts);
    }

    /** Writes a report as a workbook and leaves the stream open. */
    public void write(Report report, OutputStream out) throws IOException {
        ReportWorkbook.write(report, out);
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

    /** The largest overrun first. */
    private Part departments(PaymentBoard.Month now, PaymentBoard.Month before, PaymentBoard.Month yearAgo) {
        Map<String, UnitShare> last = byDepartment(before);
        Map<String, UnitShare> past = byDepartment(yearAgo);
        List<List<Object>> rows = byDepartment(now).values().stream()
                .sorted(Comparator.comparing(UnitShare::surplus))
                .map(share -> List.<Object>of(
                        hospital.department(share.department())
                                .map(Department::name)
                                .orElse(share.department()),
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
                rows);
    }

    private static Money counted(Map<String, UnitShare> other, UnitShare share) {
        return Optional.ofNullable(other.get(share.department()))
                .map(UnitShare::counted)
                .orElse(Money.ZERO);
    }

    private Part doctors(PaymentBoard.Month month, boolean posting) {
        List<List<Object>> rows = together(month, share -> share.department() + " " + share.doctor()).values().stream()
                .sorted(Comparator.comparing(UnitShare::surplus))
                .map(share -> List.<Object>of(
                        hospital.department(share.department())
                                .map(Department::name)
                                .orElse(share.department()),
                        doctor(share.doctor(), posting),
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

    private String doctor(String code, boolean posting) {
        String name = hospital.doctor(code).map(Doctor::name).orElse(posting ? "*" : code);
        return posting ? masked(name) : name;
    }

    /** The family name's first character alone. */
    static String masked(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private Part asked(YearMonth month) {
        List<List<Object>> rows = queries.latest(Optional.empty(), QUERIES).stream()
                .filter(query -> query.month().equals(month))
                .map(query -> List.<Object>of(
                        hospital.department(query.department())
                                .map(Department::name)
                                .orElse(query.department()),
                        query.subject(),
                        query.question(),
                        query.answer().orElse("待答复 unanswered")))
                .toList();
        return new Part(
                "询问与答复", "Queries and answers", List.of("科室 Department", "事由 About", "询问 Question", "答复 Answer"), rows);
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
