package org.yibaoban.fhir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.visit.VisitType;

/** The files are all listed, and the code systems say what the domain says. */
class ProfileLibraryTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/yibaoban/fhir/profile");

    @Test
    void theIndexNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(ProfileLibrary.names())
                    .containsExactlyInAnyOrderElementsOf(
                            files.filter(path -> path.toString().endsWith(".json"))
                                    .map(path -> FOLDER.relativize(path).toString())
                                    .toList());
        }
    }

    @Test
    void settlementFieldsAreTheOnesOfTheDomain() {
        List<ConceptDefinitionComponent> concepts = codeSystem(Canonical.SETTLEMENT_FIELD);

        assertThat(concepts.stream().map(ConceptDefinitionComponent::getCode))
                .containsExactlyElementsOf(Arrays.stream(SettlementField.values())
                        .map(SettlementField::key)
                        .toList());
        for (SettlementField field : SettlementField.values()) {
            ConceptDefinitionComponent concept = concepts.get(field.ordinal());
            assertThat(concept.getDisplay()).isEqualTo(field.chinese());
            assertThat(english(concept)).isEqualTo(field.english());
            assertThat(concept.getPropertyFirstRep().getValueStringType().getValue())
                    .isEqualTo(field.nationalName());
        }
    }

    @Test
    void standingsAreTheOnesOfTheDomain() {
        List<ConceptDefinitionComponent> concepts = codeSystem(Canonical.STANDING);

        for (Standing standing : Standing.values()) {
            ConceptDefinitionComponent concept = concepts.get(standing.ordinal());
            assertThat(List.of(concept.getCode(), concept.getDisplay(), english(concept)))
                    .containsExactly(standing.name(), standing.chinese(), standing.english());
        }
        assertThat(concepts).hasSize(Standing.values().length);
    }

    @Test
    void stayFlagsAreTheOnesOfTheOffice() {
        assertThat(codeSystem(Canonical.STAY_FLAG).stream()
                        .map(concept -> List.of(concept.getCode(), concept.getDisplay(), english(concept))))
                .containsExactlyElementsOf(Arrays.stream(StayFlag.values())
                        .map(flag -> List.of(
                                flag.name().toLowerCase(Locale.ROOT).replace('_', '-'), flag.chinese(), flag.english()))
                        .toList());
    }

    @Test
    void statesAndGroundsOfAConsentAreTheOnesOfTheDomain() {
        assertThat(codeSystem(Canonical.CONSENT_STATE).stream()
                        .map(concept -> List.of(concept.getCode(), concept.getDisplay(), english(concept))))
                .containsExactlyInAnyOrderElementsOf(
                        map(ConsentState.values(), state -> List.of(state.name(), state.chinese(), state.english())));
        assertThat(codeSystem(Canonical.CONSENT_GROUND).stream()
                        .map(concept -> List.of(concept.getCode(), concept.getDisplay(), english(concept))))
                .containsExactlyInAnyOrderElementsOf(map(
                        ConsentReason.values(), ground -> List.of(ground.key(), ground.chinese(), ground.english())));
    }

    @Test
    void nationalCodeSetsHoldEveryCodeOfTheDomain() {
        assertThat(codes(Canonical.INSURANCE_TYPE)).containsAll(map(InsuranceType.values(), InsuranceType::code));
        assertThat(codes(Canonical.PERSON_TYPE)).containsAll(map(MemberCategory.values(), MemberCategory::code));
        assertThat(codes(Canonical.ITEM_CLASS)).containsAll(map(ItemClass.values(), ItemClass::code));
        assertThat(codes(Canonical.CHARGE_TYPE)).containsAll(map(ChargeType.values(), ChargeType::code));
        assertThat(codes(Canonical.VISIT_TYPE)).containsAll(map(VisitType.values(), VisitType::code));
    }

    @Test
    void everyConceptHasAnEnglishDesignation() {
        ProfileLibrary.all().stream()
                .filter(CodeSystem.class::isInstance)
                .flatMap(system -> ((CodeSystem) system).getConcept().stream())
                .forEach(concept -> assertThat(english(concept)).isNotBlank());
    }

    private static <T, C> List<C> map(T[] values, java.util.function.Function<T, C> code) {
        return Arrays.stream(values).map(code).toList();
    }

    private static List<String> codes(String system) {
        return codeSystem(system).stream()
                .map(ConceptDefinitionComponent::getCode)
                .toList();
    }

    private static List<ConceptDefinitionComponent> codeSystem(String url) {
        return ProfileLibrary.all().stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(system -> system.getUrl().equals(url))
                .findFirst()
                .orElseThrow()
                .getConcept();
    }

    private static String english(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> designation.getLanguage().equals("en"))
                .map(designation -> designation.getValue())
                .findFirst()
                .orElse("");
    }
}
