package org.yibaoban.office.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.charge.LedgerLine;
import org.yibaoban.money.Money;

/** A stay's charge lines as an Excel workbook, with their sum below. */
final class LineWorkbook {

    private static final List<String> HEADS = List.of(
            "时间 Time",
            "项目编码 Code",
            "国家编码 National code",
            "项目 Item",
            "类别 Kind",
            "等级 Class",
            "数量 Quantity",
            "单位 Unit",
            "单价 Price",
            "金额 Amount",
            "全自费 Outside",
            "超限价 Over limit",
            "先行自付 First share",
            "范围内 In scope",
            "流水号 Transaction",
            "冲减 Takes back");
    private static final int AMOUNT = 9;
    private static final String YUAN = "#,##0.00";

    private LineWorkbook() {}

    /** @param pages the lines from a number on; an empty list behind the last */
    static void write(String visit, ChargeSum sum, IntFunction<List<LedgerLine>> pages, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("费用明细 " + visit);
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.value(0, column, HEADS.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 16);
            }
            sheet.freezePane(0, 1);
            int row = 0;
            for (List<LedgerLine> page = pages.apply(0); !page.isEmpty(); page = pages.apply(row)) {
                for (LedgerLine line : page) {
                    row++;
                    line(sheet, row, line);
                }
            }
            sheet.value(row + 1, 0, "合计 Total (" + sum.count() + ")");
            amounts(sheet, row + 1, sum.amount(), sum.split());
            sheet.range(row + 1, 0, row + 1, HEADS.size() - 1).style().bold().set();
        }
    }

    private static void line(Worksheet sheet, int row, LedgerLine line) {
        sheet.value(row, 0, line.at());
        sheet.style(row, 0).format("yyyy-mm-dd hh:mm").set();
        sheet.value(row, 1, line.itemCode());
        sheet.value(row, 2, line.nationalCode().orElse(""));
        sheet.value(row, 3, line.name());
        sheet.value(row, 4, line.chargeType().chinese());
        sheet.value(row, 5, line.itemClass().name());
        sheet.value(row, 6, line.quantity());
        sheet.value(row, 7, line.unit());
        sheet.value(row, 8, line.unitPrice());
        amounts(sheet, row, line.amount(), line.split());
        sheet.value(row, 14, line.transactionId());
        sheet.value(row, 15, line.reverses().orElse(""));
    }

    private static void amounts(Worksheet sheet, int row, Money amount, ChargeSplit split) {
        List<Money> parts =
                List.of(amount, split.fullSelfPay(), split.overLimit(), split.preSelfPay(), split.inScope());
        for (int part = 0; part < parts.size(); part++) {
            sheet.value(row, AMOUNT + part, parts.get(part).yuan());
            sheet.style(row, AMOUNT + part).format(YUAN).set();
        }
    }
}
