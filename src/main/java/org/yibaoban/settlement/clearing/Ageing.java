package org.yibaoban.settlement.clearing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How long something has been owed, in days since the end of the month in which it was settled. */
public enum Ageing {
    /** Of a month that is not over, too. */
    UP_TO_30("0–30 天", "0–30 days", 30),
    UP_TO_60("31–60 天", "31–60 days", 60),
    UP_TO_90("61–90 天", "61–90 days", 90),
    OLDER("90 天以上", "over 90 days", Long.MAX_VALUE);

    private final String chinese;
    private final String english;
    private final long most;

    Ageing(String chinese, String english, long most) {
        this.chinese = chinese;
        this.english = english;
        this.most = most;
    }

    public static Ageing of(YearMonth month, LocalDate today) {
        long days = month.atEndOfMonth().until(today, ChronoUnit.DAYS);
        for (Ageing band : values()) {
            if (days <= band.most) {
                return band;
            }
        }
        throw new IllegalStateException(Long.toString(days));
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
