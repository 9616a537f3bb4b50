package org.yibaoban.fhir.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** FHIR R4 as JSON bytes. The context is one for the whole program, built at first use. */
public final class FhirJson {
    private FhirJson() {}

    private static final class Holder {
        static final FhirContext R4 = FhirContext.forR4();
    }

    public static FhirContext context() {
        return Holder.R4;
    }

    /** The same resource always gives the same bytes (UTF-8, no line breaks). */
    public static byte[] encode(IBaseResource resource) {
        return context().newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads strictly: an unknown element, a wrong cardinality or a broken value is an error.
     *
     * @throws DataFormatException when the bytes are no R4 JSON of this type
     */
    public static <T extends IBaseResource> T parse(Class<T> type, byte[] json) {
        IBaseResource resource = parse(json);
        if (!type.isInstance(resource)) {
            throw new DataFormatException(type.getSimpleName() + " expected, got " + resource.fhirType());
        }
        return type.cast(resource);
    }

    /** @throws DataFormatException when the bytes are no R4 JSON */
    public static IBaseResource parse(byte[] json) {
        return context()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(new String(json, StandardCharsets.UTF_8));
    }
}
