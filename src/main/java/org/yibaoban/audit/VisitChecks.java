package org.yibaoban.audit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.VisitType;

/** What is wrong with a visit by itself or beside the patient's others; findings without lines. */
final class VisitChecks {

    private VisitChecks() {}

    /**
     * "Inpatient: an earlier inpatient stay discharged 0 to 14 days before the admission date whose first diagnosis
     * shares its first three characters with this one's first; calendar dates, whatever the hour; no lines."
     */
    static List<Hit> splitAdmission(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        AuditVisit visit = stay.visit();
        int most = settings.whole(AuditParameter.SPLIT_DAYS);
        int characters = settings.whole(AuditParameter.SPLIT_CHARACTERS);
        Optional<String> category = category(visit.diagnoses(), characters);
        for (OtherVisit other : stay.others()) {
            boolean related = visit.isInpatient()
                    && other.type() == VisitType.INPATIENT
                    && category.isPresent()
                    && category.equals(category(other.diagnoses(), characters));
            if (related && other.discharged().isPresent()) {
                long since = ChronoUnit.DAYS.between(other.discharged().get().toLocalDate(), visit.admissionDate());
                if (since >= 0 && since <= most) {
                    hits.add(Hit.ofStay(
                            () -> "上次住院(诊断 " + category.get() + ")出院 " + since + " 天后再入院",
                            () -> "admitted " + since + " days after a stay for " + category.get() + " ended"));
                }
            }
        }
        return hits;
    }

    private static Optional<String> category(List<String> diagnoses, int characters) {
        return diagnoses.stream()
                .findFirst()
                .filter(code -> code.length() >= characters)
                .map(code -> code.substring(0, characters));
    }

    /**
     * "Another visit of the patient, inpatient or not on either side, whose time overlaps this one's (each starts before
     * the other ends); no lines." A visit that lasts has not ended.
     */
    static List<Hit> overlap(AuditedStay stay, AuditSettings settings) {
        List<Hit> hits = new ArrayList<>();
        AuditVisit visit = stay.visit();
        for (OtherVisit other : stay.others()) {
            if (startsBefore(visit.admitted(), other.discharged())
                    && startsBefore(other.admitted(), visit.discharged())) {
                String chineseEnd =
                        other.discharged().map(LocalDateTime::toString).orElse("今");
                String englishEnd =
                        other.discharged().map(LocalDateTime::toString).orElse("now");
                hits.add(Hit.ofStay(
                        () -> "与另一次" + Words.chinese(other.type()) + "(" + other.admitted() + " 至 " + chineseEnd
                                + ")时间重叠",
                        () -> "another " + Words.english(other.type()) + " visit lasts from " + other.admitted()
                                + " to " + englishEnd));
            }
        }
        return hits;
    }

    private static boolean startsBefore(LocalDateTime start, Optional<LocalDateTime> end) {
        return end.map(start::isBefore).orElse(true);
    }

    /** "{@code identity} is anything but {@code verified}; no lines." */
    static List<Hit> identity(AuditedStay stay, AuditSettings settings) {
        return stay.visit().identityVerified()
                ? List.of()
                : List.of(Hit.ofStay(() -> "就诊人身份未核验", () -> "the patient's identity is not verified"));
    }
}
