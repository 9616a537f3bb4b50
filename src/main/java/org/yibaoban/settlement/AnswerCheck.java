package org.yibaoban.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * Checks a payer's answer: the identities of spec/settlement.md section 3, and field by field against our estimate. The
 * payer's answer is the truth; what is found here is shown with both, and a person decides.
 */
public final class AnswerCheck {

    private AnswerCheck() {}

    /** What is wrong or different, one sentence each, Chinese and English; empty when the answer holds. */
    public static List<String> findings(Map<SettlementField, Money> estimate, Map<SettlementField, Money> answer) {
        List<String> found = new ArrayList<>();
        for (SettlementField field : SettlementField.values()) {
            if (!answer.containsKey(field)) {
                found.add("缺少 " + field.chinese() + " / missing " + field.key());
            }
        }
        if (found.isEmpty()) {
            identities(answer, found);
            differences(estimate, answer, found);
        }
        return found;
    }

    private static void identities(Map<SettlementField, Money> answer, List<String> found) {
        Money borne = answer.get(SettlementField.PERSONAL);
        for (SettlementField layer : SettlementField.LAYERS) {
            borne = borne.plus(answer.get(layer));
        }
        unequal("各层支付与个人负担之和", "layers and patient's share", borne, "医疗费总额", answer.get(SettlementField.TOTAL), found);
        Money paid = answer.get(SettlementField.ACCOUNT).plus(answer.get(SettlementField.CASH));
        unequal("账户与现金之和", "account and cash", paid, "个人负担", answer.get(SettlementField.PERSONAL), found);
        Money parts = answer.get(SettlementField.FULL_SELF_PAY)
                .plus(answer.get(SettlementField.OVER_LIMIT))
                .plus(answer.get(SettlementField.PRE_SELF_PAY))
                .plus(answer.get(SettlementField.IN_SCOPE));
        unequal("四部分之和", "the four parts", parts, "医疗费总额", answer.get(SettlementField.TOTAL), found);
    }

    private static void unequal(
            String chinese, String english, Money sum, String whole, Money expected, List<String> found) {
        if (!sum.equals(expected)) {
            found.add(chinese + " " + sum + " 不等于" + whole + " " + expected + " / " + english + " add up to " + sum
                    + ", not " + expected);
        }
    }

    private static void differences(
            Map<SettlementField, Money> estimate, Map<SettlementField, Money> answer, List<String> found) {
        for (SettlementField field : SettlementField.values()) {
            Money ours = estimate.get(field);
            Money theirs = answer.get(field);
            if (ours != null && !ours.equals(theirs)) {
                found.add(field.chinese() + "：预估 " + ours + "，医保返回 " + theirs + " / " + field.english() + ": estimate "
                        + ours + ", payer " + theirs);
            }
        }
    }
}
