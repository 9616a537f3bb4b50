package org.yibaoban.office.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.AuditFindings.Group;

/** Findings and their statistics as an Excel workbook. It names visits, never patients. */
final class AuditWorkbook {

    private static final String MONEY = "#,##0.00";

    private AuditWorkbook() {}

    /** Writes the workbook and leaves the stream open. */
    static void write(AuditStatistics.Report report, List<FindingView> findings, Hospital hospital, OutputStream out)
            throws IOException {
        UnaryOperator<String> departments =
                code -> hospital.department(code).map(Department::name).orElse(code);
        UnaryOperator<String> doctors =
                code -> hospital.doctor(code).map(Doctor::name).orElse(code);
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            groups(workbook.newWorksheet("规则 Rules"), "规则 Rule", report, report.rules(), AuditWorkbook::rule);
            groups(workbook.newWorksheet("科室 Departments"), "科室 Department", report, report.departments(), departments);
            groups(workbook.newWorksheet("医生 Doctors"), "医生 Doctor", report, report.doctors(), doctors);
            list(workbook.newWorksheet("问题 Findings"), findings, departments, doctors);
        }
    }

    private static String rule(String name) {
        AuditRule rule = AuditRule.valueOf(name);
        return rule.chinese() + " " + rule.english();
    }

    private static void groups(
            Worksheet sheet,
            String what,
            AuditStatistics.Report report,
            List<Group> groups,
            UnaryOperator<String> name) {
        sheet.value(0, 0, "发现日期 Found " + report.from() + " – " + report.to());
        sheet.style(0, 0).bold().set();
        head(
                sheet,
                1,
                List.of(
                        what,
                        "发现数 Found",
                        "涉及金额 Money",
                        "未办结 Standing",
                        "未办结金额 At stake",
                        "已整改 Mended",
                        "已豁免 Overruled"));
        int row = 2;
        for (Group group : groups) {
            sheet.value(row, 0, name.apply(group.key()));
            sheet.value(row, 1, group.found());
            sheet.value(row, 2, group.money().yuan());
            sheet.style(row, 2).format(MONEY).set();
            sheet.value(row, 3, group.standing());
            sheet.value(row, 4, group.atStake().yuan());
            sheet.style(row, 4).format(MONEY).set();
            sheet.value(row, 5, group.mended());
            sheet.value(row, 6, group.overruled());
            row++;
        }
        sheet.width(0, 40);
        sheet.freezePane(1, 2);
    }

    private static void list(
            Worksheet sheet,
            List<FindingView> findings,
            UnaryOperator<String> departments,
            UnaryOperator<String> doctors) {
        head(
                sheet,
                0,
                List.of(
                        "就诊号 Visit",
                        "规则 Rule",
                        "级别 Severity",
                        "状态 State",
                        "金额 Money",
                        "科室 Department",
                        "医生 Doctor",
                        "说明 Why",
                        "Why",
                        "依据 Clause",
                        "收费流水号 Lines"));
        int row = 1;
        for (FindingView finding : findings) {
            List<String> texts = List.of(
                    finding.visit(),
                    rule(finding.rule().name()),
                    finding.severity().chinese() + " " + finding.severity().english(),
                    finding.state().chinese() + " " + finding.state().english(),
                    "",
                    departments.apply(finding.department()),
                    doctors.apply(finding.doctor()),
                    finding.chinese(),
                    finding.english(),
                    finding.clause(),
                    String.join(" ", finding.lines()));
            for (int column = 0; column < texts.size(); column++) {
                sheet.value(row, column, texts.get(column));
            }
            sheet.value(row, 4, finding.amount().yuan());
            sheet.style(row, 4).format(MONEY).set();
            row++;
        }
        sheet.freezePane(1, 1);
    }

    private static void head(Worksheet sheet, int row, List<String> words) {
        for (int column = 0; column < words.size(); column++) {
            sheet.value(row, column, words.get(column));
            sheet.style(row, column).bold().set();
            sheet.width(column, 18);
        }
    }
}
