package org.yibaoban.fhir.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Our profiles, extensions, code systems and value sets, one JSON file each; {@code index.txt} names them. */
public final class ProfileLibrary {
    private ProfileLibrary() {}

    /** File names below this package, such as {@code profiles/yb-claim.json}. */
    public static List<String> names() {
        return new String(read("index.txt"), StandardCharsets.UTF_8).lines().toList();
    }

    public static List<IBaseResource> all() {
        return names().stream().map(name -> FhirJson.parse(read(name))).toList();
    }

    private static byte[] read(String name) {
        try (InputStream in = ProfileLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing in fhir-profiles: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
