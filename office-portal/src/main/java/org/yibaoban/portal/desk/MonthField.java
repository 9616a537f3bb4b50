package org.yibaoban.portal.desk;

import java.io.Serializable;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/** A month as it is typed into a field, such as 2026-11. */
public final class MonthField implements Serializable {

    private static final long serialVersionUID = 1L;

    private String text;

    MonthField(YearMonth first) {
        text = first.toString();
    }

    /** What is read for the month; nothing for one that cannot be read, which the page's messages tell. */
    <T> List<T> read(Function<YearMonth, List<T>> reading, Notices notices) {
        YearMonth month;
        try {
            month = YearMonth.parse(text);
        } catch (DateTimeParseException wrong) {
            notices.fault("review.monthWrong", text);
            return List.of();
        }
        return reading.apply(month);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }
}
