package org.yibaoban.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yibaoban.audit.AuditedStay.ItemLines;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/** Limits of payment that one line meets or not. "A limit key absent from an item sets no limit." */
final class LimitChecks {

    private LimitChecks() {}

    /** "The item's sex is not the patient's; one finding a line." */
    static List<Hit> sex(AuditedStay stay, AuditSettings settings) {
        Sex sex = stay.patient().sex();
        return aLine(
                stay,
                item -> item.limits().sex().isPresent(),
                line -> line.item()
                        .limits()
                        .sex()
                        .filter(wanted -> wanted != sex)
                        .map(wanted -> Hit.of(
                                line,
                                () -> "限" + Words.chinese(wanted) + "性, 患者为" + Words.chinese(sex),
                                () -> "limited to " + Words.english(wanted) + ", the patient is "
                                        + Words.english(sex))));
    }

    /**
     * "Completed years on the line's day (born on 29 February: a year is completed on 1 March) lie outside the item's
     * age_min..age_max; a line."
     */
    static List<Hit> age(AuditedStay stay, AuditSettings settings) {
        return aLine(stay, item -> hasAge(item.limits()), line -> {
            PaymentLimits limits = line.item().limits();
            return stay.patient()
                    .ageOn(line.day())
                    .filter(years -> limits.ageMin().filter(min -> years < min).isPresent()
                            || limits.ageMax().filter(max -> years > max).isPresent())
                    .map(years -> Hit.of(
                            line,
                            () -> "限" + chineseBounds(limits) + ", 患者当日" + years + "周岁",
                            () -> "limited to patients of " + englishBounds(limits) + " years, this one is " + years
                                    + " that day"));
        });
    }

    private static boolean hasAge(PaymentLimits limits) {
        return limits.ageMin().isPresent() || limits.ageMax().isPresent();
    }

    private static String chineseBounds(PaymentLimits limits) {
        String min = limits.ageMin().map(years -> "满" + years + "周岁").orElse("");
        String max = limits.ageMax().map(years -> "不超过" + years + "周岁").orElse("");
        return min + max;
    }

    private static String englishBounds(PaymentLimits limits) {
        String min = limits.ageMin().map(years -> "at least " + years).orElse("");
        String max = limits.ageMax().map(years -> "at most " + years).orElse("");
        return min.isEmpty() || max.isEmpty() ? min + max : min + " and " + max;
    }

    /** "The item's insurance list lacks the patient's; a line." */
    static List<Hit> insurance(AuditedStay stay, AuditSettings settings) {
        if (stay.patient().insurance().isEmpty()) {
            return List.of();
        }
        String insurance = stay.patient().insurance().get();
        return aLine(
                stay,
                item -> item.limits().insurance().isPresent(),
                line -> line.item()
                        .limits()
                        .insurance()
                        .filter(paying -> !paying.contains(insurance))
                        .map(paying -> Hit.of(
                                line,
                                () -> "限" + Words.chineseInsurances(paying) + ", 患者为"
                                        + Words.chineseInsurance(insurance),
                                () -> "limited to " + String.join(", ", paying) + ", the patient has " + insurance)));
    }

    /** "Hospital level below the item's level_min; a line." */
    static List<Hit> level(AuditedStay stay, AuditSettings settings) {
        int level = stay.visit().hospitalLevel();
        return aLine(
                stay,
                item -> item.limits().levelMin().isPresent(),
                line -> line.item()
                        .limits()
                        .levelMin()
                        .filter(min -> level < min)
                        .map(min -> Hit.of(
                                line,
                                () -> "限" + min + "级及以上医院, 本院为" + level + "级",
                                () -> "limited to hospitals of level " + min + " and above, this one has level "
                                        + level)));
    }

    /** "No diagnosis of the visit starts with any of the item's prefixes; a line." */
    static List<Hit> diagnosis(AuditedStay stay, AuditSettings settings) {
        List<String> diagnoses = stay.visit().diagnoses();
        return aLine(
                stay,
                item -> item.limits().diagnoses().isPresent(),
                line -> line.item()
                        .limits()
                        .diagnoses()
                        .filter(prefixes -> prefixes.stream()
                                .noneMatch(prefix -> diagnoses.stream().anyMatch(code -> code.startsWith(prefix))))
                        .map(prefixes -> Hit.of(
                                line,
                                () -> "限诊断 " + String.join("、", prefixes) + ", 本次诊断为 " + String.join("、", diagnoses),
                                () -> "limited to diagnoses " + String.join(", ", prefixes) + ", the visit has "
                                        + String.join(", ", diagnoses))));
    }

    /** "The item's visit type is not the visit's; a line." */
    static List<Hit> visit(AuditedStay stay, AuditSettings settings) {
        VisitType type = stay.visit().type();
        return aLine(
                stay,
                item -> item.limits().visit().isPresent(),
                line -> line.item()
                        .limits()
                        .visit()
                        .filter(wanted -> wanted != type)
                        .map(wanted -> Hit.of(
                                line,
                                () -> "限" + Words.chinese(wanted) + ", 本次为" + Words.chinese(type),
                                () -> "limited to " + Words.english(wanted) + " visits, this one is "
                                        + Words.english(type))));
    }

    /**
     * What a look at each line by itself finds, by time, then id.
     *
     * @param concerned the items whose lines are looked at; by far the most have no limit
     */
    static List<Hit> aLine(AuditedStay stay, Predicate<AuditItem> concerned, Function<NetLine, Optional<Hit>> look) {
        List<Hit> hits = new ArrayList<>();
        for (ItemLines one : stay.items()) {
            if (concerned.test(one.item())) {
                for (NetLine line : one.lines()) {
                    look.apply(line).ifPresent(hits::add);
                }
            }
        }
        hits.sort(Comparator.comparing(hit -> hit.lines().get(0), NetLine.BY_TIME_THEN_ID));
        return hits;
    }
}
