package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.audit.AuditEngine;
import org.yibaoban.audit.AuditItem;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditPatient;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.Severity;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** A new rule of a kind that is known is two lines of a file in config/rules, and its weight a word in audit.yaml. */
class NewRuleByDataTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 1, 9, 0);

    @TempDir
    private Path config;

    @Test
    void aPairOfItemsThatExcludeEachOtherIsFoundOnceAFileSaysSo() throws IOException {
        String rules = Files.readString(RepositoryFiles.config().resolve("rules/audit.yaml"));
        assertThat(findings(rules)).isEmpty();
        points("X1,exclusive_group,new-pair,2026-01-01,,made up", "X2,exclusive_group,new-pair,2026-01-01,,made up");

        assertThat(findings(rules)).singleElement().satisfies(found -> {
            assertThat(found.rule().key()).isEqualTo("exclusive");
            assertThat(found.severity()).isEqualTo(Severity.WARN);
            assertThat(found.amount()).isEqualTo(Money.of("20.00"));
        });
        String stricter = rules.replaceFirst("(?s)(exclusive:\\s*(\\{\\s*)?severity: )warn", "$1stop");
        assertThat(stricter).isNotEqualTo(rules);
        assertThat(findings(stricter)).extracting(Finding::severity).containsExactly(Severity.STOP);
    }

    private void points(String... lines) throws IOException {
        Path folder = Files.createDirectories(config.resolve("rules/knowledge"));
        Files.writeString(
                folder.resolve("new.csv"), "item,kind,value,from,to,source\n" + String.join("\n", lines) + "\n");
    }

    private List<Finding> findings(String rules) throws IOException {
        Files.createDirectories(config.resolve("rules/knowledge"));
        Files.writeString(config.resolve("rules/audit.yaml"), rules);
        AuditSettings settings = AuditReader.read(config);
        Knowledge knowledge = KnowledgeReader.read(config);
        AuditStay stay = new AuditStay(
                new AuditPatient(Sex.FEMALE, Optional.of(LocalDate.of(1980, 1, 1)), Optional.of("resident")),
                new AuditVisit(VisitType.INPATIENT, AT, Optional.empty(), 3, List.of("I10"), List.of(), true),
                List.of(),
                Set.of(),
                List.of(line("1", "X1", knowledge), line("2", "X2", knowledge)));
        return AuditEngine.findings(stay, settings);
    }

    private static AuditLine line(String id, String code, Knowledge knowledge) {
        Knowledge.Limits limits = knowledge.of(code, Optional.empty(), AT.toLocalDate());
        AuditItem item = new AuditItem(
                code,
                Optional.empty(),
                code,
                ChargeType.TREATMENT,
                ItemClass.A,
                true,
                limits.payment(),
                limits.usage());
        return new AuditLine(
                new LineId(id),
                item,
                BigDecimal.ONE,
                BigDecimal.TEN,
                Money.of("10.00"),
                AT,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }
}
