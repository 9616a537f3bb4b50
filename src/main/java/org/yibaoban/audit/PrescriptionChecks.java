package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.List;
import org.yibaoban.visit.VisitType;

/** For how many days a drug may be given out. "Drug" means charge type drug, not herb. */
final class PrescriptionChecks {

    private PrescriptionChecks() {}

    /** "Drug line (of any visit type) with take_home and days above 7, or 30 where chronic; a line." */
    static List<Hit> takeHome(AuditedStay stay, AuditSettings settings) {
        BigDecimal most = settings.value(AuditParameter.TAKE_HOME_DAYS);
        BigDecimal chronic = settings.value(AuditParameter.TAKE_HOME_CHRONIC_DAYS);
        return LimitChecks.aLine(stay, AuditItem::isDrug, line -> {
            AuditLine charged = line.line();
            BigDecimal limit = charged.chronic() ? chronic : most;
            return charged.days()
                    .filter(days -> charged.takeHome() && days.compareTo(limit) > 0)
                    .map(days -> Hit.of(
                            line,
                            () -> "带药 " + Words.number(days) + " 天, 限 " + Words.number(limit) + " 天",
                            () -> Words.number(days) + " days to take home, at most " + Words.number(limit)));
        });
    }

    /** "Outpatient drug line without take_home, days above 3, or 7 where chronic (from the documents); a line." */
    static List<Hit> outpatient(AuditedStay stay, AuditSettings settings) {
        if (stay.visit().type() != VisitType.OUTPATIENT) {
            return List.of();
        }
        BigDecimal most = settings.value(AuditParameter.PRESCRIPTION_DAYS);
        BigDecimal chronic = settings.value(AuditParameter.PRESCRIPTION_CHRONIC_DAYS);
        return LimitChecks.aLine(stay, AuditItem::isDrug, line -> {
            AuditLine charged = line.line();
            BigDecimal limit = charged.chronic() ? chronic : most;
            return charged.days()
                    .filter(days -> line.item().isDrug() && !charged.takeHome() && days.compareTo(limit) > 0)
                    .map(days -> Hit.of(
                            line,
                            () -> "门诊处方 " + Words.number(days) + " 天, 限 " + Words.number(limit) + " 天",
                            () -> Words.number(days) + " days prescribed, at most " + Words.number(limit)));
        });
    }
}
