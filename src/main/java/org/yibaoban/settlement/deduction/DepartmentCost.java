package org.yibaoban.settlement.deduction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yibaoban.money.Money;

/**
 * What deductions cost a department, in yuan: deducted = returned + lost + pending.
 *
 * @param department its code
 */
public record DepartmentCost(String department, int count, Money deducted, Money returned, Money lost, Money pending) {

    /** One for each department, the costliest first. */
    public static List<DepartmentCost> of(List<Deduction> deductions) {
        Map<String, List<Deduction>> byDepartment = new TreeMap<>();
        deductions.forEach(one -> byDepartment
                .computeIfAbsent(one.department(), code -> new ArrayList<>())
                .add(one));
        return byDepartment.entrySet().stream()
                .map(entry -> sum(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(
                                (DepartmentCost cost) -> cost.lost().plus(cost.pending()))
                        .reversed())
                .toList();
    }

    private static DepartmentCost sum(String department, List<Deduction> deductions) {
        return new DepartmentCost(
                department,
                deductions.size(),
                sum(deductions, Deduction::amount),
                sum(deductions, Deduction::returned),
                sum(deductions, Deduction::lost),
                sum(deductions, Deduction::pending));
    }

    private static Money sum(List<Deduction> deductions, Function<Deduction, Money> amount) {
        return deductions.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
