package org.yibaoban.launcher.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.config.QuotaReader;
import org.yibaoban.money.Money;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaScope;

class ScriptTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String RUN = "1122064533S1";
    private static final ScriptSource SOURCE = ScriptSource.read(ConfigFolder.find(), DAY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 20261122, -5})
    void any_seed_makes_a_whole_day(long seed) {
        Script script = Script.write(SOURCE, RUN, seed);
        Map<String, Long> types = messages(script).stream()
                .filter(message -> !message.again())
                .collect(Collectors.groupingBy(Step.Message::type, Collectors.counting()));
        assertThat(types.get("ADT^A01")).isGreaterThanOrEqualTo(40);
        assertThat(types.get("ADT^A02")).isGreaterThanOrEqualTo(5);
        assertThat(types.get("ADT^A08")).isGreaterThanOrEqualTo(5);
        assertThat(types.get("ADT^A11")).isEqualTo(1);
        assertThat(types.get("ADT^A13")).isGreaterThanOrEqualTo(1);
        assertThat(script.books().stream().mapToInt(VisitBook::lines).sum()).isGreaterThan(3_000);
        assertThat(script.books().stream().mapToInt(VisitBook::credits).sum()).isGreaterThan(50);
        assertThat(script.books().stream().filter(book -> book.fate().settles()))
                .hasSizeGreaterThanOrEqualTo(15);
        assertThat(messages(script)).filteredOn(Step.Message::again).hasSizeGreaterThan(5);
        assertThat(script.steps()).filteredOn(Step.Order.class::isInstance).hasSizeGreaterThan(20);
    }

    @Test
    void the_same_seed_and_run_make_the_same_day_to_the_byte() {
        Script again = Script.write(ScriptSource.read(ConfigFolder.find(), DAY), RUN, 1);
        assertThat(again).isEqualTo(Script.write(SOURCE, RUN, 1));
        assertThat(Script.write(SOURCE, RUN, 2).steps()).isNotEqualTo(again.steps());
    }

    @Test
    void another_run_of_the_same_seed_shares_no_id() {
        Set<String> first = ids(Script.write(SOURCE, RUN, 1));
        assertThat(ids(Script.write(SOURCE, "1122070000S1", 1))).doesNotContainAnyElementsOf(first);
        assertThat(first).allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(20));
    }

    private static Set<String> ids(Script script) {
        Set<String> ids = new HashSet<>();
        for (Step.Message message : messages(script)) {
            ids.add(message.controlId());
            ids.add(message.visit());
            message.charges().forEach(charge -> ids.add(charge.transactionId()));
        }
        return ids;
    }

    @Test
    void a_transaction_id_stands_for_one_charge_and_a_control_id_for_one_message() {
        List<Step.Message> first = messages(Script.write(SOURCE, RUN, 1)).stream()
                .filter(message -> !message.again())
                .toList();
        assertThat(first.stream().map(Step.Message::controlId)).doesNotHaveDuplicates();
        assertThat(first.stream().flatMap(message -> message.charges().stream()).map(Charge::transactionId))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_charge_is_taken_back_beyond_what_it_was() {
        Map<String, Charge> charges = charges(Script.write(SOURCE, RUN, 1));
        Map<String, Integer> left = new HashMap<>();
        charges.forEach((id, charge) -> left.put(id, charge.quantity()));
        charges.values().stream()
                .filter(Charge::isCredit)
                .forEach(credit -> left.merge(credit.reverses().orElseThrow(), credit.quantity(), Integer::sum));
        assertThat(charges.values())
                .filteredOn(charge -> !charge.isCredit())
                .allSatisfy(
                        charge -> assertThat(left.get(charge.transactionId())).isNotNegative());
        assertThat(charges.values())
                .filteredOn(Charge::isCredit)
                .allSatisfy(credit -> assertThat(
                                charges.get(credit.reverses().orElseThrow()).price())
                        .isEqualTo(credit.price()));
    }

    @Test
    void some_charges_come_before_their_admission_and_one_credit_before_its_charge() {
        Set<String> admitted = new HashSet<>();
        Set<String> charged = new HashSet<>();
        int beforeAdmission = 0;
        int beforeCharge = 0;
        for (Step.Message message : messages(Script.write(SOURCE, RUN, 1))) {
            if (message.type().equals("ADT^A01")) {
                admitted.add(message.visit());
            }
            beforeAdmission += message.charges().isEmpty() || admitted.contains(message.visit()) ? 0 : 1;
            for (Charge charge : message.charges()) {
                charged.add(charge.transactionId());
                beforeCharge += charge.reverses().map(charged::contains).orElse(true) ? 0 : 1;
            }
        }
        assertThat(beforeAdmission).isGreaterThanOrEqualTo(3);
        assertThat(beforeCharge).isGreaterThanOrEqualTo(1);
    }

    @Test
    void an_ft1_says_quantity_times_price_is_amount_and_a_credit_names_its_charge() {
        int credits = 0;
        for (Step.Message message : messages(Script.write(SOURCE, RUN, 1))) {
            for (String segment : message.text().split("\r")) {
                String[] field = segment.split("\\|", -1);
                if (field[0].equals("FT1")) {
                    assertThat(new BigDecimal(field[10]).multiply(new BigDecimal(field[12])))
                            .isEqualByComparingTo(field[11]);
                    assertThat(field[13]).isNotBlank();
                    assertThat(field[6].equals("CD")).isEqualTo(field.length > 31 && !field[31].isBlank());
                    credits += field[6].equals("CD") ? 1 : 0;
                }
            }
        }
        assertThat(credits).isPositive();
    }

    @Test
    void the_header_follows_the_dialect_of_the_demonstration() {
        Step.Message first = messages(Script.write(SOURCE, RUN, 1)).get(0);
        assertThat(first.text().split("\r")[0])
                .matches(
                        "MSH\\|\\^~\\\\&\\|HIS\\|990000\\|YIBAOBAN\\|990000\\|20261122\\d{6}\\|\\|[A-Z]{3}\\^[A-Z0-9]{3}\\^[A-Z]{3}_[A-Z0-9]{3}"
                                + "\\|" + RUN + "-0001\\|P\\|2\\.5\\.1\\|\\|\\|\\|\\|CHN\\|UNICODE UTF-8");
    }

    @Test
    void the_day_takes_cardiology_over_ninety_percent_of_its_month_and_nobody_else() {
        Map<String, Money> charges = Script.write(SOURCE, RUN, 1).byDepartment();
        Map<String, Quota> quotas = QuotaReader.read(ConfigFolder.find()).stream()
                .filter(quota -> quota.scope() == QuotaScope.DEPARTMENT)
                .filter(quota -> quota.measure() == QuotaMeasure.TOTAL_CHARGES)
                .collect(Collectors.toMap(Quota::scopeCode, Function.identity()));
        assertThat(charges)
                .hasSize(12)
                .allSatisfy((department, sum) -> assertThat(
                                quotas.get(department).levelReached(sum).orElse(0))
                        .as(department + " has charged " + sum)
                        .isEqualTo(department.equals("0304") ? 90 : 0));
    }

    private static Map<String, Charge> charges(Script script) {
        return messages(script).stream()
                .filter(message -> !message.again())
                .flatMap(message -> message.charges().stream())
                .collect(Collectors.toMap(Charge::transactionId, Function.identity()));
    }

    private static List<Step.Message> messages(Script script) {
        return script.steps().stream()
                .filter(Step.Message.class::isInstance)
                .map(Step.Message.class::cast)
                .toList();
    }
}
