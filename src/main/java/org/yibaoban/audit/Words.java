package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/** Words of the explanations, Chinese and English. */
final class Words {

    private static final Map<String, String> INSURANCES = Map.of(
            "employee", "职工医保",
            "resident", "居民医保",
            "work-injury", "工伤保险",
            "maternity", "生育保险");

    private Words() {}

    static String chinese(Sex sex) {
        return switch (sex) {
            case MALE -> "男";
            case FEMALE -> "女";
            case UNKNOWN, NOT_STATED -> "性别不明";
        };
    }

    static String english(Sex sex) {
        return switch (sex) {
            case MALE -> "male";
            case FEMALE -> "female";
            case UNKNOWN, NOT_STATED -> "not known";
        };
    }

    static String chinese(VisitType type) {
        return type == VisitType.INPATIENT ? "住院" : "门诊";
    }

    static String english(VisitType type) {
        return type.key();
    }

    /** An insurance that has no name here is shown by its own word. */
    static String chineseInsurance(String insurance) {
        return INSURANCES.getOrDefault(insurance, insurance);
    }

    static String chineseInsurances(List<String> insurances) {
        return String.join("、", insurances.stream().map(Words::chineseInsurance).toList());
    }

    /** Without trailing zeros: 1 and 0.5, never 1.00. */
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String percent(BigDecimal share) {
        return number(share.movePointRight(2)) + "%";
    }
}
