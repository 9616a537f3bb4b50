package org.yibaoban.fhir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** The package that the build makes is read by the HL7 tools' own reader and holds everything, once. */
class FhirPackageTest {
    private static final Path PACKAGE = Path.of("target/package.tgz");

    @Test
    void thePackageNamesItselfAndItsRelease() throws IOException {
        NpmPackage made = read();

        assertThat(made.name()).isEqualTo("org.yibaoban.fhir");
        assertThat(made.canonical()).isEqualTo(Canonical.BASE);
        assertThat(made.fhirVersion()).isEqualTo("4.0.1");
        assertThat(made.dependencies()).containsExactly("hl7.fhir.r4.core#4.0.1");
    }

    @Test
    void itHoldsWhatTheProgramValidatesBy() throws IOException {
        List<String> packed = new ArrayList<>();
        NpmPackage made = read();
        for (String name : made.listResources("CodeSystem", "ValueSet", "StructureDefinition")) {
            packed.add(described(FhirJson.parse(made.load("package", name).readAllBytes())));
        }

        assertThat(packed)
                .containsExactlyInAnyOrderElementsOf(ProfileLibrary.all().stream()
                        .map(FhirPackageTest::described)
                        .toList());
    }

    @Test
    void itHoldsEveryGoodExample() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("src/test/resources/examples/valid"))) {
            assertThat(read().list("example"))
                    .containsExactlyInAnyOrderElementsOf(
                            examples.map(path -> path.getFileName().toString()).toList());
        }
    }

    private static NpmPackage read() throws IOException {
        try (InputStream in = Files.newInputStream(PACKAGE)) {
            return NpmPackage.fromPackage(in);
        }
    }

    private static String described(IBaseResource resource) {
        MetadataResource metadata = (MetadataResource) resource;
        return metadata.getUrl() + "|" + metadata.getVersion();
    }
}
