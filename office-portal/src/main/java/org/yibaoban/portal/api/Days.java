package org.yibaoban.portal.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;

/** Days and times of addresses and bodies. Those of no century that the office has to do with are taken for slips. */
final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    /** @throws OfficeRefused naming the field */
    static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            refuseFar(day);
            return day;
        } catch (DateTimeException noDay) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, name, "a day is written 2026-01-31");
        }
    }

    /** @throws OfficeRefused naming the field */
    static LocalDateTime time(String name, String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text == null ? "" : text);
            refuseFar(time.toLocalDate());
            return time;
        } catch (DateTimeException noTime) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, name, "a time is written 2026-01-31T10:30:00");
        }
    }

    private static void refuseFar(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("far away");
        }
    }
}
