package org.yibaoban.portal.i18n;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yibaoban.money.Money;

/** How figures and times look on pages and prints, the same in both languages. */
@Named("fmt")
@ApplicationScoped
public class Format {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private ZoneId zone;

    /** For the container. */
    protected Format() {}

    /** @param clock its zone is the hospital's */
    @Inject
    public Format(Clock clock) {
        this.zone = clock.getZone();
    }

    /** With thousands separated and two places: 12,345.60. */
    public String money(Money amount) {
        return decimal("#,##0.00").format(amount.yuan());
    }

    /** A cell of a report: an amount as {@link #money}, a figure of two places with both, another number as {@link #exact}. */
    public String cell(Object value) {
        if (value instanceof Money amount) {
            return money(amount);
        }
        if (value instanceof BigDecimal number) {
            return number.scale() == 2 ? price(number) : exact(number);
        }
        return value.toString();
    }

    /** A quantity or unit price as exact as it is, without idle zeros. */
    public String exact(BigDecimal value) {
        return decimal("#,##0.##########").format(value);
    }

    /** A unit price: two places at least, more where it has them. */
    public String price(BigDecimal value) {
        return decimal("#,##0.00########").format(value);
    }

    /** A value that is in percent already: 83.20%. */
    public String percent(BigDecimal value) {
        return decimal("0.00").format(value) + "%";
    }

    /** To the minute. */
    public String time(LocalDateTime time) {
        return MINUTE.format(time);
    }

    public String day(LocalDateTime time) {
        return day(time.toLocalDate());
    }

    /** As ISO writes it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }

    /** To the second, in the hospital's zone. */
    public String instant(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }

    private static DecimalFormat decimal(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
