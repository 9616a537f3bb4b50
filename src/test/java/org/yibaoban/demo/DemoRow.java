package org.yibaoban.demo;

import java.time.LocalDate;
import java.util.Random;

/** An item of the demonstration catalogue on its way to a line of the file. */
record DemoRow(
        String hospitalCode,
        String nationalCode,
        String name,
        String specification,
        String unit,
        String chargeType,
        char itemClass,
        String rate,
        int limitFen,
        int priceFen,
        String restriction,
        LocalDate from,
        LocalDate to) {

    static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static final String[] RATES = {"0.05", "0.10", "0.10", "0.10", "0.20", "0.30"};

    static DemoRow of(
            String hospitalCode,
            String nationalCode,
            String name,
            String specification,
            String unit,
            String chargeType,
            char itemClass,
            int priceFen,
            Random random) {
        String rate = itemClass == 'B' ? RATES[random.nextInt(RATES.length)] : "";
        return new DemoRow(
                hospitalCode,
                nationalCode,
                name,
                specification,
                unit,
                chargeType,
                itemClass,
                rate,
                0,
                priceFen,
                "",
                START,
                null);
    }

    DemoRow limited(int fen) {
        return with(fen, priceFen, restriction, from, to);
    }

    DemoRow restricted(String text) {
        return with(limitFen, priceFen, text, from, to);
    }

    DemoRow priced(int fen) {
        return with(limitFen, fen, restriction, from, to);
    }

    DemoRow inForce(LocalDate first, LocalDate last) {
        return with(limitFen, priceFen, restriction, first, last);
    }

    private DemoRow with(int limit, int price, String limitedTo, LocalDate first, LocalDate last) {
        return new DemoRow(
                hospitalCode,
                nationalCode,
                name,
                specification,
                unit,
                chargeType,
                itemClass,
                rate,
                limit,
                price,
                limitedTo,
                first,
                last);
    }

    String line() {
        return String.join(
                ",",
                hospitalCode,
                nationalCode,
                name,
                specification,
                unit,
                chargeType,
                String.valueOf(itemClass),
                rate,
                limitFen == 0 ? "" : yuan(limitFen),
                yuan(priceFen),
                restriction,
                "",
                from.toString(),
                to == null ? "" : to.toString());
    }

    private static String yuan(int fen) {
        return String.format("%d.%02d", fen / 100, fen % 100);
    }
}
