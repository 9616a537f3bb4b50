package org.yibaoban.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.UsageLimits;

/** The audit rules in Drools' executable model, compiled once; a session for each stay. */
final class AuditRuleAudit {

    private final KieBase rules;

    AuditRuleAudit() {
        this.rules = new KieHelper().addContent(drl(), ResourceType.DRL).build(ExecutableModelProject.class);
    }

    /** Rule, lines and money of each finding. */
    Set<AuditRuleStay.Found> audit(AuditStay stay) {
        KieSession session = rules.newKieSession();
        try {
            AuditRuleStay facts = new AuditRuleStay(stay);
            session.insert(facts);
            Set<AuditRuleKey> keys = new HashSet<>();
            for (AuditLine line : stay.lines()) {
                session.insert(new AuditRuleLine(line));
                keys(line, keys);
            }
            keys.forEach(session::insert);
            session.fireAllRules();
            return facts.found();
        } finally {
            session.dispose();
        }
    }

    private static void keys(AuditLine line, Set<AuditRuleKey> keys) {
        UsageLimits usage = line.item().usage();
        String code = line.item().code();
        usage.maxPerDay()
                .ifPresent(most ->
                        keys.add(new AuditRuleKey(AuditRuleKey.Kind.ITEM_DAY, code, line.day(), most, 0, Set.of())));
        usage.maxPerStay()
                .ifPresent(most -> keys.add(new AuditRuleKey(AuditRuleKey.Kind.ITEM, code, null, most, 0, Set.of())));
        usage.repeatDays()
                .ifPresent(
                        days -> keys.add(new AuditRuleKey(AuditRuleKey.Kind.REPEAT, code, null, null, days, Set.of())));
        usage.exclusiveGroup()
                .ifPresent(group ->
                        keys.add(new AuditRuleKey(AuditRuleKey.Kind.GROUP, group, line.day(), null, 0, Set.of())));
        usage.therapyClass()
                .ifPresent(therapy ->
                        keys.add(new AuditRuleKey(AuditRuleKey.Kind.THERAPY, therapy, line.day(), null, 0, Set.of())));
        if (!usage.includes().isEmpty()) {
            keys.add(new AuditRuleKey(AuditRuleKey.Kind.WHOLE, code, line.day(), null, 0, usage.includes()));
        }
    }

    private static String drl() {
        try (InputStream in = AuditRuleAudit.class.getResourceAsStream("audit.drl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
