package org.yibaoban.fhir.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirJsonTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/examples/valid/Claim-employee-stay.json");
    private static final Path SAMPLES = Path.of("../../shared/samples/fhir");

    @Test
    void readingAndWritingChangesNothing() throws IOException {
        byte[] once = FhirJson.encode(FhirJson.parse(Claim.class, Files.readAllBytes(EXAMPLE)));

        assertThat(FhirJson.encode(FhirJson.parse(Claim.class, once))).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8)).contains("\"value\":8600.00", "666.6667");
    }

    @Test
    void xmlWorksWithTheLibrariesThatAreLeft() throws IOException {
        Claim claim = FhirJson.parse(Claim.class, Files.readAllBytes(EXAMPLE));

        String xml = FhirJson.context().newXmlParser().encodeResourceToString(claim);

        assertThat(FhirJson.encode(FhirJson.context().newXmlParser().parseResource(xml)))
                .isEqualTo(FhirJson.encode(claim));
    }

    @Test
    void anotherTypeThanExpectedIsAnError() throws IOException {
        byte[] claim = Files.readAllBytes(EXAMPLE);

        assertThatThrownBy(() -> FhirJson.parse(ClaimResponse.class, claim))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("ClaimResponse expected, got Claim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Claim", "ClaimResponse", "EligibilityRequest", "EligibilityResponse"})
    @EnabledIf("samplesThere")
    void resourcesOfTheReleaseBeforeAreNoR4(String name) throws IOException {
        byte[] stu3 = Files.readAllBytes(SAMPLES.resolve("stu3-negative/" + name + ".json"));

        assertThatThrownBy(() -> FhirJson.parse(stu3)).isInstanceOf(DataFormatException.class);
    }

    static boolean samplesThere() {
        return Files.isDirectory(SAMPLES);
    }
}
