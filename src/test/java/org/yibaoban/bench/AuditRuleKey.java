package org.yibaoban.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What lines are looked at together, put in beforehand so that the rules need not find out which there are.
 *
 * @param day null for the whole stay
 * @param most highest quantity, null for none
 */
public record AuditRuleKey(Kind kind, String key, LocalDate day, BigDecimal most, int days, Set<String> includes) {

    public enum Kind {
        ITEM_DAY,
        ITEM,
        REPEAT,
        GROUP,
        THERAPY,
        WHOLE
    }

    public Kind getKind() {
        return kind;
    }

    public String getKey() {
        return key;
    }

    public LocalDate getDay() {
        return day;
    }

    public BigDecimal getMost() {
        return most;
    }

    public int getDays() {
        return days;
    }

    public Set<String> getIncludes() {
        return includes;
    }
}
