package org.yibaoban.launcher.day;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/** Prints what a day came to. Ids and sums only, no names and no identity numbers. */
final class DayReport {

    private final PrintStream out;

    DayReport(PrintStream out) {
        this.out = out;
    }

    void opening(DayOptions options, Script script) {
        out.printf("医保办演示日 A hospital's day: %s, seed %d, run %s%n", options.date(), options.seed(), options.runId());
        out.printf(
                "  MLLP %s:%d, HTTP %s; %d stays, %d steps%n",
                options.mllpHost(),
                options.mllpPort(),
                options.http(),
                script.books().size(),
                script.steps().size());
    }

    void phase(Phase phase) {
        out.println("── " + phase.key());
    }

    void closing(DayOptions options, Script script, Tally tally, int agreeing) {
        wentIn(script, tally);
        settled(tally);
        books(options, script, tally, agreeing);
    }

    private void wentIn(Script script, Tally tally) {
        out.println();
        out.println("送入 What went in");
        out.println("  消息 messages        " + counts(tally.messages()));
        out.println("  重发 sent again      " + tally.repeated());
        out.println("  应答 acknowledged    " + counts(tally.answers()));
        out.printf(
                "  收费行 charge lines  %d (收费 charges %d, 冲减 reversals %d)%n",
                tally.charges() + tally.credits(), tally.charges(), tally.credits());
        out.printf(
                "  医嘱提醒 hook calls  %d, with cards %d, cards %d%n",
                tally.hooks(), tally.hooksWithCards(), tally.cards());
        out.println("  开单科室 net charges by ordering department");
        script.byDepartment().forEach((code, sum) -> out.printf("    %s %14s%n", code, sum));
    }

    private void settled(Tally tally) {
        out.println();
        out.println("结算 What was settled");
        out.println("  申报 claims          " + counts(tally.claims()));
        for (SettlementField field : SettlementField.values()) {
            Money amount = tally.settled().getOrDefault(field, Money.ZERO);
            out.printf("  %-22s %14s  %s %s%n", field.nationalName(), amount, field.chinese(), field.english());
        }
    }

    private void books(DayOptions options, Script script, Tally tally, int agreeing) {
        List<VisitBook> books = script.books();
        out.println();
        out.println("账目 The books");
        out.printf(
                "  %d of %d visits agree with the office; %d lines, %s yuan net%n",
                agreeing,
                books.size(),
                books.stream().mapToInt(VisitBook::lines).sum(),
                Money.sum(books.stream().map(VisitBook::total).toList()));
        tally.differences().forEach(difference -> out.println("  不符 " + difference));
        out.println(
                tally.differences().isEmpty()
                        ? "账目相符 The books agree."
                        : "账目不符 The books do not agree: " + tally.differences().size()
                                + " differences. Go on with --run-id " + options.runId());
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
