package org.yibaoban.his.hl7v2;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Public samples beside the project; a test that needs them is skipped where they are not. */
final class SharedSamples {

    private SharedSamples() {}

    /** Every HL7 v2 file. */
    static List<Path> hl7v2() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/samples/hl7v2"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "the public samples are not on this machine");
        try (Stream<Path> files = Files.walk(folder.get())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
