package org.yibaoban.office.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * A period's settled stays, as the payer settled them and as another plan would have.
 *
 * @param all every stay that could be settled again
 * @param departments the same by the department of discharge, by code
 * @param categories the same by the kind of person
 * @param otherInsurance stays of the other kind of insurance, or of self-paying persons, which the plan is not for
 * @param notSettled stays that the plan has no terms for, counted by reason
 */
public record WhatIf(
        WhatIfQuestion question,
        Group all,
        List<Group> departments,
        List<Group> categories,
        long otherInsurance,
        Map<String, Long> notSettled) {

    /** What is compared: each layer, and what is left for the patient. */
    public static final List<SettlementField> COMPARED = compared();

    public WhatIf {
        departments = List.copyOf(departments);
        categories = List.copyOf(categories);
        notSettled = Map.copyOf(notSettled);
    }

    /**
     * Some of the stays together.
     *
     * @param key department code or kind of person; blank for all
     * @param changes one for each field of {@link #COMPARED}
     */
    public record Group(
            String key, String chinese, String english, long stays, Money total, Map<SettlementField, Change> changes) {

        public Group {
            changes = Map.copyOf(changes);
        }
    }

    /**
     * Sums in yuan.
     *
     * @param was as the payer settled the stays
     * @param wouldBe by the other plan
     */
    public record Change(Money was, Money wouldBe) {

        public static final Change NOTHING = new Change(Money.ZERO, Money.ZERO);

        public Money difference() {
            return wouldBe.minus(was);
        }

        Change plus(Money furtherWas, Money furtherWouldBe) {
            return new Change(was.plus(furtherWas), wouldBe.plus(furtherWouldBe));
        }
    }

    private static List<SettlementField> compared() {
        List<SettlementField> fields = new ArrayList<>(SettlementField.LAYERS);
        fields.add(SettlementField.PERSONAL);
        fields.add(SettlementField.ACCOUNT);
        fields.add(SettlementField.CASH);
        return List.copyOf(fields);
    }
}
