package org.yibaoban.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.Signer;
import org.yibaoban.fhir.profile.ProfileValidator;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

class ConsentMappingTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);
    private final ConsentMapping mapping = new ConsentMapping(Stays.PARTIES);

    @ParameterizedTest
    @EnumSource(ConsentState.class)
    void aFormConformsInEveryState(ConsentState state) {
        assertThat(ProfileValidator.validate(mapping.toFhir(consent(state, Relation.SELF))))
                .isEmpty();
    }

    @Test
    void aRelativeWhoSignsIsNamedWithTheRelation() {
        org.hl7.fhir.r4.model.Consent resource = mapping.toFhir(consent(ConsentState.PAPER, Relation.CHILD));

        assertThat(ProfileValidator.validate(resource)).isEmpty();
        RelatedPerson relative = (RelatedPerson) resource.getContained().get(0);
        assertThat(relative.getNameFirstRep().getText()).isEqualTo("路远");
        assertThat(relative.getRelationshipFirstRep().getText()).isEqualTo("子女");
        assertThat(resource.getVerificationFirstRep()
                        .getVerificationDateElement()
                        .getValueAsString())
                .isEqualTo("2026-11-22T12:09:00+08:00");
        assertThat(resource.getProvision()
                        .getDataFirstRep()
                        .getReference()
                        .getIdentifier()
                        .getValue())
                .isEqualTo("R9001");
    }

    private static Consent consent(ConsentState state, Relation relation) {
        ConsentItem item = new ConsentItem(
                "OWN001",
                Optional.empty(),
                "注射用复方营养因子",
                "",
                "",
                ChargeType.DRUG,
                ItemClass.C,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ConsentForm form = new ConsentForm(
                "R9001-ZQ1",
                new VisitNumber("R9001"),
                new PatientNumber("P9001"),
                "路仁",
                item,
                new BigDecimal("2"),
                new BigDecimal("268.5"),
                Set.of(ConsentReason.SELF_PAID, ConsentReason.FIRST_SHARE),
                "病情需要",
                "目录内无同类可替代项目",
                "柯鹤鸣",
                NOON,
                Optional.empty());
        Optional<Signer> signer = state.isSigned()
                ? Optional.of(new Signer("路远", relation, "值班护士", NOON.plusMinutes(9)))
                : Optional.empty();
        return new Consent(form, state, signer, Optional.empty(), NOON, "");
    }
}
