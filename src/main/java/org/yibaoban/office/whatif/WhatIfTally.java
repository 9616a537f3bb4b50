package org.yibaoban.office.whatif;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.yibaoban.benefit.PersonGroup;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.Member;
import org.yibaoban.money.Money;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.whatif.WhatIf.Change;
import org.yibaoban.office.whatif.WhatIf.Group;

/** Adds up a comparison stay by stay; what it holds does not grow with the number of stays. */
final class WhatIfTally {

    private static final Map<String, String> ENGLISH = Map.of(
            "poor", "Poor and on file",
            "civil-servant", "Civil servants",
            "in-service", "In service",
            "retired", "Retired",
            "resident", "Residents");

    private final Sums all = new Sums();
    private final Map<String, Sums> departments = new TreeMap<>();
    private final Map<PersonGroup, Sums> categories = new EnumMap<>(PersonGroup.class);
    private final Map<String, Long> notSettled = new TreeMap<>();
    private long otherInsurance;

    void otherInsurance() {
        otherInsurance++;
    }

    void notSettled(String reason) {
        notSettled.merge(reason, 1L, Long::sum);
    }

    /** @param was the payer's answer; a layer that it did not name paid nothing */
    void compare(String department, Member member, Map<SettlementField, Money> was, Settlement wouldBe) {
        all.add(was, wouldBe);
        departments.computeIfAbsent(department, key -> new Sums()).add(was, wouldBe);
        categories.computeIfAbsent(categoryOf(member), key -> new Sums()).add(was, wouldBe);
    }

    /** The first that a plan would look at: poor, civil servant, then the category. */
    private static PersonGroup categoryOf(Member member) {
        return List.of(PersonGroup.values()).stream()
                .filter(group -> group.includes(member))
                .findFirst()
                .orElseThrow();
    }

    WhatIf result(WhatIfQuestion question, Function<String, Optional<Department>> departmentOf) {
        return new WhatIf(
                question,
                all.group("", "合计", "All"),
                departments.entrySet().stream()
                        .map(entry -> {
                            Optional<Department> known = departmentOf.apply(entry.getKey());
                            return entry.getValue()
                                    .group(
                                            entry.getKey(),
                                            known.map(Department::name).orElse(entry.getKey()),
                                            known.map(Department::englishName).orElse(entry.getKey()));
                        })
                        .toList(),
                categories.entrySet().stream()
                        .map(entry -> {
                            PersonGroup group = entry.getKey();
                            return entry.getValue().group(group.key(), group.chinese(), ENGLISH.get(group.key()));
                        })
                        .toList(),
                otherInsurance,
                notSettled);
    }

    private static final class Sums {

        private final Map<SettlementField, Change> changes = new EnumMap<>(SettlementField.class);
        private Money total = Money.ZERO;
        private long stays;

        void add(Map<SettlementField, Money> was, Settlement wouldBe) {
            stays++;
            total = total.plus(wouldBe.amount(SettlementField.TOTAL));
            for (SettlementField field : WhatIf.COMPARED) {
                changes.merge(
                        field,
                        Change.NOTHING.plus(was.getOrDefault(field, Money.ZERO), wouldBe.amount(field)),
                        (sum, one) -> sum.plus(one.was(), one.wouldBe()));
            }
        }

        Group group(String key, String chinese, String english) {
            Map<SettlementField, Change> whole = new EnumMap<>(SettlementField.class);
            WhatIf.COMPARED.forEach(field -> whole.put(field, changes.getOrDefault(field, Change.NOTHING)));
            return new Group(key, chinese, english, stays, total, whole);
        }
    }
}
