package org.yibaoban.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.yibaoban.quota.casegroup.CaseWeight;
import org.yibaoban.quota.casegroup.CaseWeights;
import org.yibaoban.quota.casegroup.GroupingTable;
import org.yibaoban.quota.payment.BudgetTerms;
import org.yibaoban.quota.payment.CaseTerms;
import org.yibaoban.quota.payment.DayTerms;
import org.yibaoban.quota.payment.DiseaseTerms;
import org.yibaoban.quota.payment.DiseaseTerms.Disease;
import org.yibaoban.quota.payment.PaymentFigure;
import org.yibaoban.quota.payment.PaymentTerms;
import org.yibaoban.quota.payment.PersonAverageTerms;
import org.yibaoban.quota.payment.StayAverageTerms;

/** Reads the terms of one payment method, with the tables that it names. */
final class PaymentTermsReader {

    private static final List<String> WEIGHT_COLUMNS =
            List.of("group", "name", "weight", "reference_cost", "reference_days");
    private static final List<String> GROUPING_COLUMNS = List.of("diagnosis", "group");
    private static final Set<String> DISEASE_KEYS = Set.of("zh", "en", "diagnoses", "price");

    private final YamlNode method;

    private PaymentTermsReader(YamlNode method) {
        this.method = method;
    }

    static PaymentTerms read(YamlNode method) {
        return new PaymentTermsReader(method).terms();
    }

    private PaymentTerms terms() {
        YamlNode word = method.get("method");
        return switch (word.text()) {
            case "global_budget" -> budget(false);
            case "elastic" -> budget(true);
            case "per_person_average" -> with(Set.of("quota"), () -> new PersonAverageTerms(figure("quota", "yuan")));
            case "per_stay_average" ->
                with(
                        Set.of("quota", "deductible"),
                        () -> new StayAverageTerms(figure("quota", "yuan"), figure("deductible", "yuan")));
            case "per_day" ->
                with(
                        Set.of("short_days", "short_average", "day_rate"),
                        () -> new DayTerms(
                                figure("short_days", "days"),
                                figure("short_average", "yuan"),
                                figure("day_rate", "yuan")));
            case "single_disease" -> diseases();
            case "drg" -> cases(CaseTerms.Unit.DRG);
            case "dip" -> cases(CaseTerms.Unit.DIP);
            default -> throw word.fault("unknown method " + word.text());
        };
    }

    private PaymentTerms budget(boolean elastic) {
        if (elastic != method.find("overrun").isPresent()) {
            throw method.get("method")
                    .fault("an elastic settlement shares the overrun by bands (key overrun), a global budget does not");
        }
        return with(Set.of("year_budget"), () -> new BudgetTerms(figure("year_budget", "yuan")));
    }

    private PaymentTerms diseases() {
        if (method.find("figures").isPresent()) {
            throw method.get("figures").fault("the prices of single diseases stand under diseases");
        }
        Set<String> codes = new HashSet<>();
        List<Disease> diseases = new ArrayList<>();
        for (YamlNode node : method.get("diseases").items()) {
            node.onlyKeys(DISEASE_KEYS);
            List<String> diagnoses = new ArrayList<>();
            for (YamlNode code : node.get("diagnoses").items()) {
                if (code.text().isBlank() || !codes.add(code.text())) {
                    throw code.fault("a diagnosis code stands once");
                }
                diagnoses.add(code.text());
            }
            diseases.add(new Disease(
                    node.get("zh").text(),
                    node.get("en").text(),
                    diagnoses,
                    PaymentFigures.read("price", node.get("price"), "yuan")));
        }
        return new DiseaseTerms(diseases);
    }

    private PaymentTerms cases(CaseTerms.Unit unit) {
        CaseWeights weights = weights(method.get("weights"));
        GroupingTable grouping =
                method.find("grouping").map(node -> grouping(node, weights)).orElse(GroupingTable.NONE);
        return with(
                Set.of("rate", "low_multiple", "high_multiple", "shortest_days", "longest_days"),
                () -> new CaseTerms(
                        unit,
                        figure("rate", "multiple"),
                        figure("low_multiple", "multiple"),
                        figure("high_multiple", "multiple"),
                        figure("shortest_days", "days"),
                        figure("longest_days", "days"),
                        weights,
                        grouping));
    }

    private static CaseWeights weights(YamlNode node) {
        Map<String, CaseWeight> weights = new HashMap<>();
        CsvTable.read(beside(node), WEIGHT_COLUMNS, row -> {
            try {
                row.get("name");
                CaseWeight weight = new CaseWeight(
                        row.get("group"),
                        row.decimal("weight"),
                        row.findMoney("reference_cost"),
                        row.findDecimal("reference_days"));
                if (weights.put(weight.group(), weight) != null) {
                    throw row.fault("group " + weight.group() + " stands twice");
                }
            } catch (IllegalArgumentException e) {
                throw row.fault(e.getMessage());
            }
        });
        return new CaseWeights(weights);
    }

    private static GroupingTable grouping(YamlNode node, CaseWeights weights) {
        Map<String, String> groups = new HashMap<>();
        CsvTable.read(beside(node), GROUPING_COLUMNS, row -> {
            if (weights.of(row.get("group")).isEmpty()) {
                throw row.fault("group " + row.get("group") + " has no weight");
            }
            if (groups.put(row.get("diagnosis"), row.get("group")) != null) {
                throw row.fault("diagnosis " + row.get("diagnosis") + " stands twice");
            }
        });
        return new GroupingTable(groups);
    }

    private static Path beside(YamlNode node) {
        Path file = node.file().resolveSibling(node.text());
        if (!Files.isRegularFile(file)) {
            throw node.fault("no such file beside this one: " + node.text());
        }
        return file;
    }

    private PaymentTerms with(Set<String> keys, Supplier<PaymentTerms> making) {
        method.get("figures").onlyKeys(keys);
        return PaymentReader.checked(method.get("figures"), making);
    }

    private PaymentFigure figure(String key, String unit) {
        return PaymentFigures.read(key, method.get("figures").get(key), unit);
    }
}
