package org.yibaoban.casebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.casebook.CaseResult.Difference;
import org.yibaoban.config.YamlNode;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.quota.indicator.TallyBook;

/**
 * Case files of {@code kind: indicators} (spec/quotas.md, "Indicators"): visits, charges and sums that a case states are
 * counted, and the figures and sums that it expects are compared. They need no configuration.
 */
public final class IndicatorCases implements CaseKind {

    private static final Set<String> KEYS = Set.of("kind", "cases");
    private static final Set<String> CASE_KEYS =
            Set.of("name", "scope", "period", "visits", "charges", "sums", "settled", "expect");
    private static final String NO_FIGURE = "none";

    @Override
    public String kind() {
        return "indicators";
    }

    @Override
    public List<CaseResult> run(YamlNode file) {
        file.onlyKeys(KEYS);
        List<IndicatorCase> cases = new ArrayList<>();
        for (YamlNode node : file.get("cases").items()) {
            node.onlyKeys(CASE_KEYS);
            cases.add(new IndicatorCase(
                    node.get("name").text(),
                    node.line(),
                    IndicatorInput.read(node),
                    new TallyBook.Key(
                            node.find("scope").map(IndicatorCases::scope).orElse(Scope.HOSPITAL),
                            period(node.get("period"))),
                    expected(node.get("expect"))));
        }
        if (cases.isEmpty()) {
            throw file.get("cases").fault("no case stands here");
        }
        return cases.stream().map(IndicatorCases::run).toList();
    }

    private record IndicatorCase(
            String name, int line, TallyBook book, TallyBook.Key key, Map<String, Optional<BigDecimal>> expected) {}

    /** {@code {department: "0304"}}, or another kind with its code. */
    private static Scope scope(YamlNode node) {
        Map.Entry<String, YamlNode> only = node.entries().entrySet().stream()
                .reduce((a, b) -> {
                    throw node.fault("one scope is expected here");
                })
                .orElseThrow(() -> node.fault("a scope is expected here"));
        Scope.Kind kind = Scope.Kind.ofKey(only.getKey())
                .filter(known -> known != Scope.Kind.HOSPITAL)
                .orElseThrow(() -> node.fault("unknown scope " + only.getKey()));
        return new Scope(kind, only.getValue().text());
    }

    /** {@code 2026}, {@code 2026-03} or {@code 2026-03-05}. */
    private static Period period(YamlNode node) {
        String text = node.text();
        try {
            return switch (text.length()) {
                case 4 -> new Period(Grain.YEAR, LocalDate.of(node.integer(), 1, 1));
                case 7 -> new Period(Grain.MONTH, YearMonth.parse(text).atDay(1));
                default -> new Period(Grain.DAY, node.date());
            };
        } catch (DateTimeParseException e) {
            throw node.fault("a year, month or day such as 2026-03 is expected here, not " + text);
        }
    }

    private static Map<String, Optional<BigDecimal>> expected(YamlNode node) {
        Map<String, Optional<BigDecimal>> expected = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> {
            if (Indicator.ofKey(key).isEmpty() && Measure.ofKey(key).isEmpty()) {
                throw value.fault("unknown key " + key);
            }
            boolean none = value.text().equals(NO_FIGURE);
            if (none && Indicator.ofKey(key).isEmpty()) {
                throw value.fault("a sum is never without a figure");
            }
            expected.put(key, none ? Optional.empty() : Optional.of(value.decimal()));
        });
        if (expected.isEmpty()) {
            throw node.fault("no figure is expected");
        }
        return expected;
    }

    private static CaseResult run(IndicatorCase one) {
        Tally tally = one.book().whole(one.key());
        List<Difference> differences = new ArrayList<>();
        one.expected().forEach((key, wanted) -> {
            Optional<BigDecimal> got = got(key, tally);
            boolean same = wanted.isPresent() == got.isPresent()
                    && wanted.map(value -> value.compareTo(got.get()) == 0).orElse(true);
            if (!same) {
                differences.add(new Difference(key, text(wanted), text(got)));
            }
        });
        return CaseResult.compared(one.name(), one.line(), differences);
    }

    private static Optional<BigDecimal> got(String key, Tally tally) {
        return Indicator.ofKey(key)
                .map(indicator -> tally.figure(indicator).map(Figure::shown))
                .orElseGet(() -> Measure.ofKey(key).map(tally::get));
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse(NO_FIGURE);
    }
}
