package org.yibaoban.launcher.day;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.yibaoban.config.ConfigFault;

/**
 * Plays a hospital's day against a running office. A day that was interrupted goes on when it is played again with the
 * same run id, seed and date: every message is then the same message, and the office answers it as it did before.
 */
public final class Day {

    private final Clock clock;
    private final PrintStream out;

    public Day(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    /**
     * @param arguments see docs/demo.md
     * @return 0 when the books agree, 1 when they do not or the office cannot be reached, 2 for wrong arguments
     */
    public int play(List<String> arguments) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.println(DayOptions.USAGE);
            return 0;
        }
        DayOptions options;
        Script script;
        try {
            options = DayOptions.parse(arguments, clock);
            script = Script.write(ScriptSource.read(options.config(), options.date()), options.runId(), options.seed());
        } catch (DayFault | ConfigFault fault) {
            out.println(fault.getMessage());
            return 2;
        }
        try {
            return play(options, script);
        } catch (DayFault away) {
            out.println(away.getMessage());
            out.println("Nothing is lost: go on with --run-id " + options.runId() + " --seed " + options.seed()
                    + " --date " + options.date());
            return 1;
        }
    }

    private int play(DayOptions options, Script script) throws InterruptedException {
        DayReport report = new DayReport(out);
        report.opening(options, script);
        Tally tally = new Tally();
        Patience patience = new Patience(options.patience(), out);
        OfficeHttp http = new OfficeHttp(options.http());
        messages(options, script, new HisDesk(options, http, patience, tally), report);
        if (options.fromPhase().compareTo(Phase.SETTLEMENTS) <= 0) {
            report.phase(Phase.SETTLEMENTS);
            new BillingDesk(http, patience, tally).settle(script.books());
        }
        report.phase(Phase.BOOKS);
        int agreeing = new Auditor(http, patience, tally).compare(script.books());
        report.closing(options, script, tally, agreeing);
        return tally.differences().isEmpty() ? 0 : 1;
    }

    private static void messages(DayOptions options, Script script, HisDesk his, DayReport report)
            throws InterruptedException {
        try (his) {
            Phase current = null;
            for (Step step : script.steps()) {
                if (step.phase().compareTo(options.fromPhase()) >= 0) {
                    if (step.phase() != current) {
                        current = step.phase();
                        report.phase(current);
                    }
                    his.play(step);
                }
            }
        }
    }
}
