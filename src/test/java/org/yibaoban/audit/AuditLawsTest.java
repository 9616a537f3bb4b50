package org.yibaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.AuditReader;

/** What holds for the findings of any stay. */
class AuditLawsTest {

    private static final AuditSettings SETTINGS = AuditReader.read(RepositoryFiles.config());
    private static final Set<AuditRule> SEEN = EnumSet.noneOf(AuditRule.class);

    @Provide
    Arbitrary<AuditStay> stays() {
        return AuditStays.any();
    }

    @Provide
    Arbitrary<AuditLine> lines() {
        return AuditStays.line();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void theOrderOfTheLinesChangesNothing(@ForAll("stays") AuditStay stay, @ForAll Random random) {
        List<AuditLine> shuffled = new ArrayList<>(stay.lines());
        Collections.shuffle(shuffled, random);
        assertThat(findings(with(stay, shuffled))).isEqualTo(findings(stay));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void aLineAndItsFullReversalChangeNothing(
            @ForAll("stays") AuditStay stay, @ForAll("lines") AuditLine charged, @ForAll Random random) {
        AuditLine line = AuditStays.withId("0", charged);
        List<AuditLine> more = new ArrayList<>(stay.lines());
        more.add(random.nextInt(more.size() + 1), line);
        more.add(random.nextInt(more.size() + 1), AuditStays.reversal("r0", line, line.quantity()));
        assertThat(findings(with(stay, more))).isEqualTo(findings(stay));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void noTwoFindingsAreTheSameAndNoneStandsOnAReversedLine(@ForAll("stays") AuditStay stay) {
        Set<LineId> left = new HashSet<>();
        NetLine.of(stay.lines()).forEach(line -> left.add(line.id()));
        Set<List<Object>> marks = new HashSet<>();
        for (Finding finding : findings(stay)) {
            SEEN.add(finding.rule());
            assertThat(marks.add(List.of(finding.rule(), finding.lines()))).isTrue();
            assertThat(left).containsAll(finding.lines());
            assertThat(finding.amount().isNegative()).isFalse();
            assertThat(finding.chinese()).isNotBlank();
            assertThat(finding.english()).isNotBlank();
        }
    }

    /** Laws on stays without findings would hold for nothing. */
    @AfterContainer
    static void everyRuleFoundSomething() {
        Set<AuditRule> all = EnumSet.allOf(AuditRule.class);
        assertThat(SEEN).isEqualTo(all);
    }

    private static AuditStay with(AuditStay stay, List<AuditLine> lines) {
        return new AuditStay(stay.patient(), stay.visit(), stay.others(), stay.consents(), lines);
    }

    private static List<Finding> findings(AuditStay stay) {
        return AuditEngine.findings(stay, SETTINGS);
    }
}
