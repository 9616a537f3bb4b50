package org.yibaoban.fhir.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example is run through the validator, offline. An invalid one is named {@code <type>--<what must fail>.json}.
 */
class ExamplesValidationTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");

    @ParameterizedTest
    @MethodSource("valid")
    void aValidExampleIsClean(Path example) throws IOException {
        assertThat(ProfileValidator.validate(Files.readAllBytes(example), type(example)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidExampleFailsForTheStatedReason(Path example) throws IOException {
        List<String> problems = ProfileValidator.validate(Files.readAllBytes(example), type(example));

        assertThat(problems).as("only the stated reason").isNotEmpty().allMatch(text -> text.contains(reason(example)));
    }

    @Test
    void everyNamedInvariantHasAnExampleThatBreaksIt() {
        var broken = invalid().map(ExamplesValidationTest::reason).collect(Collectors.toSet());

        assertThat(broken).containsAll(invariants());
    }

    @Test
    void everyProfileHasAValidAndAnInvalidExample() {
        for (String type : profiles()) {
            assertThat(valid().map(ExamplesValidationTest::type)).contains(type);
            assertThat(invalid().map(ExamplesValidationTest::type)).contains(type);
        }
    }

    private static TreeSet<String> invariants() {
        return ProfileLibrary.all().stream()
                .filter(StructureDefinition.class::isInstance)
                .flatMap(profile -> ((StructureDefinition) profile).getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .map(constraint -> constraint.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> profiles() {
        return ProfileLibrary.all().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .map(StructureDefinition::getType)
                .filter(type -> !type.equals("Extension"))
                .toList();
    }

    private static Stream<Path> valid() {
        return files("valid");
    }

    private static Stream<Path> invalid() {
        return files("invalid");
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String type(Path example) {
        return example.getFileName().toString().split("-")[0];
    }

    private static String reason(Path example) {
        return example.getFileName().toString().replaceAll("^.*--(.*)\\.json$", "$1");
    }
}
