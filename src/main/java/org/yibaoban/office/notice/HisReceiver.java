package org.yibaoban.office.notice;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * A system of the hospital that is told what became of its stays ({@code config/receivers.yaml}).
 *
 * @param name by which it is known here
 * @param wants what it is told of
 */
public record HisReceiver(String name, Line line, Set<NoticeKind> wants) {

    public HisReceiver {
        wants = Set.copyOf(wants);
    }

    /** How it is spoken to. */
    public sealed interface Line {}

    /**
     * HL7 v2 over MLLP.
     *
     * @param application MSH-5
     * @param facility MSH-6
     * @param version MSH-12
     */
    public record Mllp(String host, int port, String application, String facility, Charset charset, String version)
            implements Line {}

    /**
     * A FHIR R4 server of the hospital's.
     *
     * @param base without a slash at its end
     * @param authorization the header's value; a secret
     */
    public record Fhir(URI base, Optional<String> authorization) implements Line {

        @Override
        public String toString() {
            return "Fhir " + base;
        }
    }
}
