package org.yibaoban.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.money.Money;

/** The arithmetic in Drools: rules compiled to its executable model, its quickest form, once; a session for each stay. */
final class RuleSettling {

    private final KieBase rules;
    private final Figures plan;

    RuleSettling(Figures plan) {
        this.plan = plan;
        this.rules = new KieHelper().addContent(drl(), ResourceType.DRL).build(ExecutableModelProject.class);
    }

    /** One amount for each SettlementField, by its ordinal. */
    Money[] settle(List<BenefitLine> lines) {
        KieSession session = rules.newKieSession();
        try {
            RuleStay stay = new RuleStay();
            session.insert(plan);
            session.insert(stay);
            for (BenefitLine line : lines) {
                session.insert(new RuleLine(line));
            }
            session.fireAllRules();
            return stay.amounts();
        } finally {
            session.dispose();
        }
    }

    private static String drl() {
        try (InputStream in = RuleSettling.class.getResourceAsStream("settlement.drl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
