package org.yibaoban.review;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.money.Money;

/**
 * Split prescriptions 分解处方: three or more outpatient prescriptions of one patient in one department within 24 hours
 * (spec/audit.md). Where such groups overlap they are one.
 *
 * @param prescriptions at least three, oldest first
 */
public record SplitPrescriptions(List<OutpatientPrescription> prescriptions) {

    private static final int FEWEST = 3;
    private static final Duration WITHIN = Duration.ofHours(24);

    private record Whose(long patient, String department) {}

    public SplitPrescriptions {
        prescriptions = List.copyOf(prescriptions);
    }

    /** Those among these prescriptions, the dearest first. */
    public static List<SplitPrescriptions> among(Collection<OutpatientPrescription> all) {
        Map<Whose, List<OutpatientPrescription>> byPatient = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(OutpatientPrescription::at).thenComparing(OutpatientPrescription::visit))
                .forEach(one -> byPatient
                        .computeIfAbsent(new Whose(one.patient(), one.department()), any -> new ArrayList<>())
                        .add(one));
        return byPatient.values().stream()
                .flatMap(ofOne -> split(ofOne).stream())
                .sorted(Comparator.comparing(SplitPrescriptions::amount)
                        .reversed()
                        .thenComparing(SplitPrescriptions::from))
                .toList();
    }

    private static List<SplitPrescriptions> split(List<OutpatientPrescription> ofOne) {
        List<SplitPrescriptions> found = new ArrayList<>();
        int begin = -1;
        int end = -1;
        for (int first = 0; first + FEWEST <= ofOne.size(); first++) {
            int last = first + FEWEST - 1;
            if (Duration.between(ofOne.get(first).at(), ofOne.get(last).at()).compareTo(WITHIN) > 0) {
                continue;
            }
            if (begin >= 0 && first > end) {
                found.add(new SplitPrescriptions(ofOne.subList(begin, end + 1)));
                begin = -1;
            }
            begin = begin < 0 ? first : begin;
            end = last;
        }
        if (begin >= 0) {
            found.add(new SplitPrescriptions(ofOne.subList(begin, end + 1)));
        }
        return found;
    }

    public String department() {
        return prescriptions.get(0).department();
    }

    public LocalDateTime from() {
        return prescriptions.get(0).at();
    }

    public LocalDateTime to() {
        return prescriptions.get(prescriptions.size() - 1).at();
    }

    /** Net, in yuan. */
    public Money amount() {
        return Money.sum(
                prescriptions.stream().map(OutpatientPrescription::amount).toList());
    }

    /** The visits, each once, oldest first. */
    public List<String> visits() {
        return prescriptions.stream()
                .map(OutpatientPrescription::visit)
                .distinct()
                .toList();
    }

    /** The codes of those who ordered, each once. */
    public List<String> doctors() {
        return prescriptions.stream()
                .map(OutpatientPrescription::doctor)
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
    }
}
