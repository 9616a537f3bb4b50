package org.yibaoban.launcher.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yibaoban.money.Money;

/**
 * A whole day in the order in which it is sent, and the books of it. The same source, run id and seed make the same
 * day to the byte, so that a message that is tried again is the same message.
 */
record Script(List<Step> steps, List<VisitBook> books) {

    static final int STAYS = 46;
    private static final int REPEAT_EVERY = 40;

    static Script write(ScriptSource source, String runId, long seed) {
        List<Stay> stays = source.stays(STAYS, runId, new Random(seed));
        AtomicInteger transactions = new AtomicInteger();
        Supplier<String> transactionIds = () -> runId + String.format("F%04d", transactions.incrementAndGet());
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            Random random = new Random(seed * 1_000 + i);
            planned.addAll(new StayScript(i, stays.get(i), random, source, transactionIds).write());
        }
        planned.sort(Comparator.comparing(Planned::at));
        List<Step> steps = numbered(planned, runId);
        return new Script(steps, books(stays, steps));
    }

    /** Gives ids in the order of the day, and sends some messages a second time. */
    private static List<Step> numbered(List<Planned> planned, String runId) {
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (Planned plan : planned) {
            number++;
            Step step = plan.step(runId + String.format("-%04d", number));
            steps.add(step);
            if (number % REPEAT_EVERY == 0 && step instanceof Step.Message message) {
                steps.add(message.repeated());
            }
        }
        return steps;
    }

    private static List<VisitBook> books(List<Stay> stays, List<Step> steps) {
        Map<String, List<Charge>> charges = new LinkedHashMap<>();
        stays.forEach(stay -> charges.put(stay.visit(), new ArrayList<>()));
        messages(steps)
                .filter(message -> !message.again())
                .forEach(message -> charges.get(message.visit()).addAll(message.charges()));
        List<VisitBook> books = new ArrayList<>();
        for (String visit : charges.keySet()) {
            books.add(VisitBook.of(visit, Fate.of(books.size()), charges.get(visit)));
        }
        return List.copyOf(books);
    }

    private static Stream<Step.Message> messages(List<Step> steps) {
        return steps.stream().filter(Step.Message.class::isInstance).map(Step.Message.class::cast);
    }

    /** Net charges by the department that ordered them. */
    Map<String, Money> byDepartment() {
        Map<String, Money> sums = new TreeMap<>();
        messages(steps)
                .filter(message -> !message.again())
                .flatMap(message -> message.charges().stream())
                .forEach(charge -> sums.merge(charge.department(), charge.amount(), Money::plus));
        return sums;
    }
}
