package org.yibaoban.office.whatif;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.office.whatif.WhatIf.Change;
import org.yibaoban.office.whatif.WhatIf.Group;

/** A comparison as an Excel workbook: a sheet for the layers, one for the departments, one for the kinds of persons. */
public final class WhatIfWorkbook {

    private static final String MONEY = "#,##0.00";
    private static final int FIRST_AMOUNT = 3;

    private WhatIfWorkbook() {}

    /** Writes the workbook and leaves the stream open. */
    public static void write(WhatIf result, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            layers(workbook.newWorksheet("各层 Layers"), result);
            groups(workbook.newWorksheet("科室 Departments"), "科室 Department", result.departments());
            groups(workbook.newWorksheet("人员类别 Persons"), "人员类别 Person", result.categories());
        }
    }

    private static void layers(Worksheet sheet, WhatIf result) {
        WhatIfQuestion question = result.question();
        sheet.value(0, 0, "待遇方案测算 What-if: " + question.planId());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(
                1,
                0,
                "出院日期 Discharged " + question.from() + " – " + question.to() + "；方案参数日期 Figures of "
                        + question.figuresOf().map(Object::toString).orElse("出院日 day of discharge"));
        head(sheet, 3, List.of("层 Layer", "实际结算 Settled", "测算 Would be", "差额 Difference"));
        int row = 4;
        for (SettlementField field : WhatIf.COMPARED) {
            sheet.value(row, 0, field.chinese() + " " + field.english());
            change(sheet, row, 1, result.all().changes().get(field));
            row++;
        }
        row++;
        row = note(sheet, row, "已测算 Stays compared", result.all().stays());
        row = note(sheet, row, "其他险种或自费 Other insurance or self-paying", result.otherInsurance());
        for (Map.Entry<String, Long> reason : result.notSettled().entrySet()) {
            row = note(sheet, row, "无法测算 Not settled: " + reason.getKey(), reason.getValue());
        }
        sheet.width(0, 48);
        sheet.freezePane(1, 4);
    }

    private static int note(Worksheet sheet, int row, String words, long count) {
        sheet.value(row, 0, words);
        sheet.value(row, 1, count);
        return row + 1;
    }

    /** For each group and field three columns: settled, would be, difference. */
    private static void groups(Worksheet sheet, String what, List<Group> groups) {
        head(sheet, 1, List.of(what, "人次 Stays", "总费用 Total"));
        int column = FIRST_AMOUNT;
        for (SettlementField field : WhatIf.COMPARED) {
            sheet.value(0, column, field.chinese() + " " + field.english());
            sheet.style(0, column).bold().set();
            head(sheet, 1, column, List.of("实际结算 Settled", "测算 Would be", "差额 Difference"));
            column += 3;
        }
        int row = 2;
        for (Group group : groups) {
            sheet.value(row, 0, (group.chinese() + " " + group.english()).strip());
            sheet.value(row, 1, group.stays());
            sheet.value(row, 2, group.total().yuan());
            sheet.style(row, 2).format(MONEY).set();
            int at = FIRST_AMOUNT;
            for (SettlementField field : WhatIf.COMPARED) {
                change(sheet, row, at, group.changes().get(field));
                at += 3;
            }
            row++;
        }
        sheet.width(0, 40);
        sheet.freezePane(1, 2);
    }

    private static void change(Worksheet sheet, int row, int column, Change change) {
        sheet.value(row, column, change.was().yuan());
        sheet.value(row, column + 1, change.wouldBe().yuan());
        sheet.value(row, column + 2, change.difference().yuan());
        sheet.range(row, column, row, column + 2).style().format(MONEY).set();
    }

    private static void head(Worksheet sheet, int row, List<String> words) {
        head(sheet, row, 0, words);
    }

    private static void head(Worksheet sheet, int row, int column, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            sheet.value(row, column + i, words.get(i));
            sheet.style(row, column + i).bold().set();
        }
    }
}
