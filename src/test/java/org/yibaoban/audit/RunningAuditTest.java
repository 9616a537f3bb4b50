package org.yibaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.AuditReader;

/** A stay audited line by line has the findings of the whole stay, whatever comes in whatever order and batches. */
class RunningAuditTest {

    private static final AuditSettings SETTINGS = AuditReader.read(RepositoryFiles.config());
    private static final Set<AuditRule> CHANGED = EnumSet.noneOf(AuditRule.class);

    private static final Optional<String> RETOLD = Optional.of("ordered otherwise");

    @Provide
    Arbitrary<AuditStay> stays() {
        return AuditStays.any();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void lineByLineIsTheWholeStay(@ForAll("stays") AuditStay stay, @ForAll Random random) {
        List<List<AuditLine>> batches = batches(stay.lines(), random);
        int first = random.nextInt(batches.size() + 1);
        List<AuditLine> posted = new ArrayList<>();
        batches.subList(0, first).forEach(posted::addAll);
        RunningAudit running = new RunningAudit(with(stay, posted), SETTINGS);
        for (List<AuditLine> batch : batches.subList(first, batches.size())) {
            posted.addAll(batch);
            RunningAudit.Change change = running.post(batch);
            note(change);
            assertSame(running.findings(), AuditEngine.findings(with(stay, posted), SETTINGS));
            assertThat(running.totals()).isEqualTo(Totals.of(with(stay, posted)));
            change.after().forEach(finding -> assertThat(change.scopes()).contains(finding.scope()));
        }
    }

    /** What is asked of the store is enough: the lines that {@link Touched} names, with the reversals of these. */
    @Property(shrinking = ShrinkingMode.OFF)
    void theLinesThatAreAskedForAreEnough(@ForAll("stays") AuditStay stay, @ForAll Random random) {
        List<AuditLine> posted = new ArrayList<>();
        Totals totals = Totals.NONE;
        List<Finding> standing = new ArrayList<>(AuditEngine.findings(with(stay, posted), SETTINGS));
        for (List<AuditLine> batch : batches(stay.lines(), random)) {
            posted.addAll(batch);
            totals = Totals.of(with(stay, posted));
            Set<LineId> named = new HashSet<>();
            batch.forEach(line -> named.add(line.reverses().orElse(line.id())));
            Touched touched = Touched.by(
                    posted.stream().filter(line -> named.contains(line.id())).toList(), stay.visit(), totals, SETTINGS);
            standing.removeIf(finding -> touched.scopes().contains(finding.scope()));
            standing.addAll(PartAudit.findings(with(stay, asked(posted, touched, stay)), totals, touched, SETTINGS));
            assertSame(standing, AuditEngine.findings(with(stay, posted), SETTINGS));
        }
    }

    /** Consents come and go, and orders come after their charges, between the lines: looking at these lines again is enough. */
    @Property(shrinking = ShrinkingMode.OFF)
    void whatChangesBesideTheLinesTouchesOnlyTheirOwn(@ForAll("stays") AuditStay stay, @ForAll Random random) {
        AuditStay now = with(stay, List.of());
        List<Finding> standing = new ArrayList<>(AuditEngine.findings(now, SETTINGS));
        for (List<AuditLine> batch : batches(stay.lines(), random)) {
            List<AuditLine> posted = new ArrayList<>(now.lines());
            posted.addAll(batch);
            now = with(now, posted);
            Set<LineId> named = new HashSet<>();
            batch.forEach(line -> named.add(line.reverses().orElse(line.id())));
            Totals totals = Totals.of(now);
            look(
                    standing,
                    now,
                    Touched.by(
                            posted.stream()
                                    .filter(line -> named.contains(line.id()))
                                    .toList(),
                            now.visit(),
                            totals,
                            SETTINGS));
            boolean consent = random.nextBoolean();
            AuditStay changed = consent ? consentTurned(now) : ordered(now, random);
            List<AuditLine> own = changed.lines().stream()
                    .filter(line -> line.reverses().isEmpty())
                    .filter(line -> consent
                            ? line.item().code().equals("SELF")
                            : line.ordered().equals(RETOLD))
                    .toList();
            now = changed;
            look(standing, now, Touched.lines(own));
            assertSame(standing, AuditEngine.findings(now, SETTINGS));
        }
    }

    private static void look(List<Finding> standing, AuditStay now, Touched touched) {
        standing.removeIf(finding -> touched.scopes().contains(finding.scope()));
        standing.addAll(PartAudit.findings(now, Totals.of(now), touched, SETTINGS));
    }

    private static AuditStay consentTurned(AuditStay stay) {
        Set<String> consents = new HashSet<>(stay.consents());
        if (!consents.remove("SELF")) {
            consents.add("SELF");
        }
        return new AuditStay(stay.patient(), stay.visit(), stay.others(), consents, stay.lines());
    }

    /** One charge of the stay was ordered as something else, as is told only now. */
    private static AuditStay ordered(AuditStay stay, Random random) {
        List<AuditLine> lines = new ArrayList<>(stay.lines());
        int chosen = random.nextInt(lines.size());
        AuditLine line = lines.get(chosen);
        lines.set(
                chosen,
                new AuditLine(
                        line.id(),
                        line.item(),
                        line.quantity(),
                        line.price(),
                        line.amount(),
                        line.at(),
                        RETOLD,
                        line.days(),
                        line.chronic(),
                        line.takeHome(),
                        line.reverses()));
        return with(stay, lines);
    }

    private static List<AuditLine> asked(List<AuditLine> posted, Touched touched, AuditStay stay) {
        Predicate<AuditLine> wanted = line -> touched.whole()
                || touched.days().contains(line.day())
                || touched.items().contains(line.item().code())
                || touched.selfPaid() && line.item().itemClass() == org.yibaoban.catalogue.ItemClass.C
                || touched.leaves() && stay.visit().leaves().stream().anyMatch(leave -> leave.covers(line.at()));
        Set<LineId> charges = new HashSet<>();
        posted.stream()
                .filter(line -> line.reverses().isEmpty() && wanted.test(line))
                .forEach(line -> charges.add(line.id()));
        return posted.stream()
                .filter(line -> charges.contains(line.reverses().orElse(line.id())))
                .toList();
    }

    @Test
    void whatTheWholeStayRefusesIsRefused() {
        AuditLine line = AuditStays.at("1", LocalDateTime.of(2026, 3, 1, 9, 0));
        AuditStay stay = with(AuditStays.any().sample(), List.of(line));
        assertThatThrownBy(() -> new RunningAudit(stay, SETTINGS).post(List.of(line)))
                .isInstanceOf(AuditFault.class)
                .hasMessageContaining("stands twice");
        AuditLine back = AuditStays.reversal("2", line, line.quantity());
        assertThatThrownBy(() -> new RunningAudit(with(stay, List.of()), SETTINGS).post(List.of(back)))
                .hasMessageContaining("unknown line 1");
        RunningAudit running = new RunningAudit(stay, SETTINGS);
        running.post(List.of(back));
        assertThatThrownBy(() -> running.post(List.of(AuditStays.reversal("3", line, line.quantity()))))
                .hasMessageContaining("more than is left");
        assertThatThrownBy(() -> new RunningAudit(stay, SETTINGS)
                        .post(List.of(back, AuditStays.reversal("3", back, line.quantity()))))
                .hasMessageContaining("which is a reversal");
    }

    private static void note(RunningAudit.Change change) {
        Set<Finding> before = new HashSet<>(change.before());
        change.after().stream().filter(finding -> !before.contains(finding)).forEach(f -> CHANGED.add(f.rule()));
    }

    /** A property on lines that change nothing would hold for nothing; rules about the visit alone no line changes. */
    @AfterContainer
    static void linesChangedEveryRule() {
        Set<AuditRule> byLines = EnumSet.allOf(AuditRule.class);
        byLines.removeIf(rule -> rule.scope() == AuditScope.Kind.VISIT);
        assertThat(CHANGED).isEqualTo(byLines);
    }

    private static void assertSame(List<Finding> incremental, List<Finding> whole) {
        assertThat(incremental).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(whole);
    }

    /** The lines shuffled, each charge before its reversals, cut into batches; within a batch in any order. */
    private static List<List<AuditLine>> batches(List<AuditLine> lines, Random random) {
        List<AuditLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        List<AuditLine> ordered = new ArrayList<>();
        shuffled.stream().filter(line -> line.reverses().isEmpty()).forEach(ordered::add);
        for (AuditLine line : shuffled) {
            line.reverses().ifPresent(id -> {
                int charge = 0;
                while (!ordered.get(charge).id().equals(id)) {
                    charge++;
                }
                ordered.add(charge + 1 + random.nextInt(ordered.size() - charge), line);
            });
        }
        List<List<AuditLine>> batches = new ArrayList<>();
        for (int from = 0; from < ordered.size(); ) {
            int to = Math.min(ordered.size(), from + 1 + random.nextInt(3));
            List<AuditLine> batch = new ArrayList<>(ordered.subList(from, to));
            Collections.shuffle(batch, random);
            batches.add(batch);
            from = to;
        }
        return batches;
    }

    private static AuditStay with(AuditStay stay, List<AuditLine> lines) {
        return new AuditStay(stay.patient(), stay.visit(), stay.others(), stay.consents(), lines);
    }
}
