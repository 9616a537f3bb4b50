package org.yibaoban.office.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yibaoban.audit.PaymentLimits;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/**
 * What a printed payment restriction says in words that have one meaning: sex, completed years, hospital level, insurance
 * and way of treatment. All other words are left for a person.
 *
 * @param limits what was understood
 * @param isWhole nothing is left to understand
 */
record RestrictionText(PaymentLimits limits, boolean isWhole) {

    private static final Pattern JOINED_OR_DENIED = Pattern.compile("或|和|及(?!以)|除|外|非|不|无|未");
    private static final Pattern SEX = Pattern.compile("(男|女)(?:性患者|性|患者)");
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})周?岁(以上|以下|及以上|及以下)(?:患者|人群)?");
    private static final Pattern LEVEL = Pattern.compile("([一二三])级(?:及以上)?(?:定点)?医(?:院|疗机构)");
    private static final Pattern INSURANCE = Pattern.compile("(工伤|生育)保险");
    private static final Pattern WAY = Pattern.compile("(住院|门诊)(?:患者|病人)?");
    /** What joins the words, and says nothing by itself. */
    private static final Pattern GLUE = Pattern.compile("[限的仅使用时支付、，,。；; ]+");

    private static final Map<String, String> INSURANCES = Map.of("工伤", "work-injury", "生育", "maternity");

    static RestrictionText read(String text) {
        // one of several, or anything but this, is no limit that can be understood piece by piece
        if (JOINED_OR_DENIED.matcher(text).find()) {
            return new RestrictionText(PaymentLimits.NONE, false);
        }
        Reading reading = new Reading(text);
        Optional<Sex> sex = reading.take(SEX).map(found -> found.group(1).equals("男") ? Sex.MALE : Sex.FEMALE);
        List<MatchedAge> ages = new ArrayList<>();
        for (Optional<Matcher> age = reading.take(AGE); age.isPresent(); age = reading.take(AGE)) {
            ages.add(MatchedAge.of(age.get()));
        }
        Optional<Integer> level = reading.take(LEVEL).map(found -> "一二三".indexOf(found.group(1)) + 1);
        Optional<List<String>> insurance =
                reading.take(INSURANCE).map(found -> List.of(INSURANCES.get(found.group(1))));
        Optional<VisitType> way = reading.take(WAY)
                .map(found -> found.group(1).equals("住院") ? VisitType.INPATIENT : VisitType.OUTPATIENT);
        return new RestrictionText(
                new PaymentLimits(
                        sex,
                        ages.stream().flatMap(age -> age.min().stream()).findFirst(),
                        ages.stream().flatMap(age -> age.max().stream()).findFirst(),
                        insurance,
                        level,
                        Optional.empty(),
                        way,
                        Optional.empty()),
                reading.isEmpty());
    }

    /** In the law's language 以上 and 以下 include the figure itself (Civil Code, article 1259). */
    private record MatchedAge(Optional<Integer> min, Optional<Integer> max) {
        static MatchedAge of(Matcher found) {
            Optional<Integer> years = Optional.of(Integer.parseInt(found.group(1)));
            return found.group(2).endsWith("上")
                    ? new MatchedAge(years, Optional.empty())
                    : new MatchedAge(Optional.empty(), years);
        }
    }

    private static final class Reading {
        private String left;

        Reading(String text) {
            this.left = text;
        }

        Optional<Matcher> take(Pattern pattern) {
            Matcher found = pattern.matcher(left);
            if (!found.find()) {
                return Optional.empty();
            }
            left = left.substring(0, found.start()) + left.substring(found.end());
            return Optional.of(found);
        }

        boolean isEmpty() {
            return GLUE.matcher(left).replaceAll("").isEmpty();
        }
    }
}
