package org.yibaoban.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/** A line as a fact for the rules; no line of the benchmark is reversed, so that nothing is to be netted. */
public final class AuditRuleLine {

    private final AuditLine line;
    private final LocalDate day;

    public AuditRuleLine(AuditLine line) {
        this.line = line;
        this.day = line.day();
    }

    public AuditLine getLine() {
        return line;
    }

    public String getCode() {
        return line.item().code();
    }

    public LocalDate getDay() {
        return day;
    }

    public ChargeType getType() {
        return line.item().chargeType();
    }

    public ItemClass getItemClass() {
        return line.item().itemClass();
    }

    public boolean isMapped() {
        return line.item().mapped();
    }

    public boolean isTakeHome() {
        return line.takeHome();
    }

    public BigDecimal getDays() {
        return line.days().orElse(null);
    }

    public BigDecimal getPrice() {
        return line.price();
    }

    public String getOrdered() {
        return line.ordered().orElse(null);
    }

    public Sex getSex() {
        return line.item().limits().sex().orElse(null);
    }

    public Integer getAgeMin() {
        return line.item().limits().ageMin().orElse(null);
    }

    public Integer getAgeMax() {
        return line.item().limits().ageMax().orElse(null);
    }

    public List<String> getInsurance() {
        return line.item().limits().insurance().orElse(null);
    }

    public Integer getLevelMin() {
        return line.item().limits().levelMin().orElse(null);
    }

    public List<String> getDiagnoses() {
        return line.item().limits().diagnoses().orElse(null);
    }

    public VisitType getVisit() {
        return line.item().limits().visit().orElse(null);
    }

    public BigDecimal getMaxPrice() {
        return line.item().limits().maxPrice().orElse(null);
    }

    public BigDecimal getMaxPerDay() {
        return line.item().usage().maxPerDay().orElse(null);
    }

    public BigDecimal getMaxPerStay() {
        return line.item().usage().maxPerStay().orElse(null);
    }

    public Integer getRepeatDays() {
        return line.item().usage().repeatDays().orElse(null);
    }

    public String getGroup() {
        return line.item().usage().exclusiveGroup().orElse(null);
    }

    public String getTherapy() {
        return line.item().chargeType() == ChargeType.DRUG
                ? line.item().usage().therapyClass().orElse(null)
                : null;
    }

    public Set<String> getIncludes() {
        return line.item().usage().includes();
    }
}
