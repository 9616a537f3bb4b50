package org.yibaoban.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.openjdk.jmh.infra.Blackhole;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.config.PlanReader;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/**
 * One stay settled by our engine, by the same arithmetic in Drools, and by a hand-written loop without explanations.
 * Before anything is measured the three are compared, to the fen, on stays of every kind.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 1)
public class SettlementBench {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final VisitTerms STAY = VisitTerms.inpatient(Figures.LEVEL);

    /** Charge lines of the stay. */
    @Param({"20", "200", "2000"})
    public int lines;

    @Param({"hecheng-employee", "hecheng-resident"})
    public String plan;

    private Plan inForce;
    private Member member;
    private List<BenefitLine> charges;
    private Figures figures;
    private BareLoop bareLoop;

    @Setup(Level.Trial)
    public void prepare() {
        inForce = PlanReader.read(RepositoryFiles.config()).inForce(plan, DAY).orElseThrow();
        member = plan.equals("hecheng-employee")
                ? Member.active(MemberCategory.RETIRED, Money.of("1234.56"))
                : new Member(MemberCategory.RESIDENT, true, Money.ZERO, Standing.ACTIVE);
        figures = Figures.of(inForce, member);
        bareLoop = new BareLoop(figures);
        charges = StayLines.of(lines, lines);
        compare("bare loop", bareLoop::settle);
    }

    /** The rules, compiled once; only the benchmark that uses them pays for it. */
    @State(Scope.Benchmark)
    public static class Rules {

        private RuleSettling settling;

        @Setup(Level.Trial)
        public void prepare(SettlementBench bench) {
            settling = new RuleSettling(bench.figures);
            bench.compare("Drools", settling::settle);
        }
    }

    private void compare(String name, Function<List<BenefitLine>, Money[]> other) {
        for (int seed = 0; seed < 40; seed++) {
            compare(name, other, StayLines.of(1 + 41 * seed, seed));
        }
        compare(name, other, charges);
    }

    private void compare(String name, Function<List<BenefitLine>, Money[]> other, List<BenefitLine> stay) {
        Settlement ours = BenefitEngine.settle(inForce, member, YearToDate.NONE, STAY, stay);
        Money[] theirs = other.apply(stay);
        for (SettlementField field : SettlementField.values()) {
            Money expected = ours.amount(field);
            if (!expected.equals(theirs[field.ordinal()])) {
                throw new IllegalStateException(plan + ", " + stay.size() + " lines, " + field.key() + ": engine "
                        + expected + ", " + name + " " + theirs[field.ordinal()]);
            }
        }
    }

    @Benchmark
    public Settlement engine() {
        return BenefitEngine.settle(inForce, member, YearToDate.NONE, STAY, charges);
    }

    /** The engine, and every word of its explanation read in both languages. */
    @Benchmark
    public void engineRead(Blackhole reader) {
        for (Explanation one : engine().explanation()) {
            reader.consume(one.chinese());
            reader.consume(one.english());
            reader.consume(one.parameters());
        }
    }

    @Benchmark
    public Money[] bareLoop() {
        return bareLoop.settle(charges);
    }

    @Benchmark
    public Money[] drools(Rules rules) {
        return rules.settling.settle(charges);
    }
}
