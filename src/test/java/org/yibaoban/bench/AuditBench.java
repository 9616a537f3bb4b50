package org.yibaoban.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.audit.AuditEngine;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.RunningAudit;
import org.yibaoban.config.AuditReader;

/**
 * A stay through all audit rules by our engine and by Drools, and one more line into it. Before anything is measured the
 * two are compared on stays of every size.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 1)
public class AuditBench {

    /** Charge lines of the stay. */
    @Param({"20", "200", "2000"})
    public int lines;

    private final AuditSettings settings = AuditReader.read(RepositoryFiles.config());
    private AuditStay stay;

    @Setup(Level.Trial)
    public void prepare() {
        stay = AuditBenchStays.of(lines, lines, true);
    }

    /** The rules, compiled once; only the benchmark that uses them pays for it. */
    @State(Scope.Benchmark)
    public static class Rules {

        private AuditRuleAudit rules;

        @Setup(Level.Trial)
        public void prepare(AuditBench bench) {
            rules = new AuditRuleAudit();
            for (int seed = 0; seed < 20; seed++) {
                bench.compare(AuditBenchStays.of(1 + 41 * seed, seed, seed % 3 != 0), rules);
            }
            bench.compare(bench.stay, rules);
        }
    }

    private void compare(AuditStay one, AuditRuleAudit rules) {
        Set<AuditRuleStay.Found> ours = new HashSet<>();
        AuditEngine.findings(one, settings)
                .forEach(finding ->
                        ours.add(new AuditRuleStay.Found(finding.rule().key(), finding.lines(), finding.amount())));
        Set<AuditRuleStay.Found> theirs = rules.audit(one);
        if (!ours.equals(theirs)) {
            Set<AuditRuleStay.Found> missing = new HashSet<>(ours);
            missing.removeAll(theirs);
            theirs.removeAll(ours);
            throw new IllegalStateException(
                    one.lines().size() + " lines: Drools lacks " + missing + " and has besides " + theirs);
        }
    }

    /** A stay that grows by a line which is taken back next, so that it keeps its size. */
    @State(Scope.Benchmark)
    public static class Growing {

        private final Random random = new Random(1);
        private final List<AuditItem> items = AuditBenchStays.items(new Random(7));
        private RunningAudit open;
        private RunningAudit ended;
        private long number;

        @Setup(Level.Iteration)
        public void prepare(AuditBench bench) {
            open = new RunningAudit(AuditBenchStays.of(bench.lines, bench.lines, false), bench.settings);
            ended = new RunningAudit(AuditBenchStays.of(bench.lines, bench.lines, true), bench.settings);
        }

        private RunningAudit.Change lineAndBack(RunningAudit audit) {
            AuditItem item = items.get(random.nextInt(items.size()));
            AuditLine line = AuditBenchStays.line("N" + number++, item, random);
            audit.post(List.of(line));
            return audit.post(List.of(new AuditLine(
                    new LineId("R" + number),
                    item,
                    line.quantity().negate(),
                    line.price(),
                    line.amount().negated(),
                    line.at(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Optional.of(line.id()))));
        }
    }

    @Benchmark
    public List<Finding> engine() {
        return AuditEngine.findings(stay, settings);
    }

    /** Two looks: at a new line, and at its reversal. */
    @Benchmark
    public RunningAudit.Change newLineAndBack(Growing growing) {
        return growing.lineAndBack(growing.open);
    }

    /** The same on a stay that has ended, whose every day is looked at. */
    @Benchmark
    public RunningAudit.Change lateLineAndBack(Growing growing) {
        return growing.lineAndBack(growing.ended);
    }

    @Benchmark
    public Object drools(Rules rules) {
        return rules.rules.audit(stay);
    }
}
