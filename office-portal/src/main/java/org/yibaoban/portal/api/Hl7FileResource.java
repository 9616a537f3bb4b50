package org.yibaoban.portal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yibaoban.his.hl7v2.Hl7Intake;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.ReasonCode;

/**
 * HL7 v2 files over HTTP: messages or batches in, their acknowledgements out. The bytes alone say in which charset they
 * are. A file is on the disk before its first message is handled, so that a caller who does not read the answer before
 * the file is sent is not kept waiting; one message at a time is in memory.
 */
@Path("hl7v2/batch")
@RequestScoped
public class Hl7FileResource {

    private static final Logger LOG = System.getLogger(Hl7FileResource.class.getName());
    /** Of one message; the same as over MLLP. */
    private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    @Inject
    private Hl7Intake intake;

    @Inject
    private Clock clock;

    /** How large a file of HL7 v2 messages may be, in megabytes. */
    @Inject
    @ConfigProperty(name = "yibaoban.hl7v2.file.max-megabytes", defaultValue = "256")
    private int maxMegabytes;

    @POST
    @Operation(summary = "Takes HL7 v2 messages as a file or batch; answers with their acknowledgements")
    @Consumes(MediaType.WILDCARD)
    @Produces({"application/hl7-v2", MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
    public Response take(InputStream body) throws IOException {
        Optional<java.nio.file.Path> file = spooled(body);
        if (file.isEmpty()) {
            return tooLarge();
        }
        StreamingOutput answers = out -> {
            try (InputStream in = Files.newInputStream(file.get(), StandardOpenOption.DELETE_ON_CLOSE)) {
                intake.receiveFile(in, MAX_MESSAGE_BYTES, new HttpReply(out));
            }
        };
        return Response.ok(answers, "application/hl7-v2").build();
    }

    /** The body in a file that nobody else can read; nothing where it is too large. */
    private Optional<java.nio.file.Path> spooled(InputStream body) throws IOException {
        java.nio.file.Path file = Files.createTempFile("hl7v2-", ".tmp");
        boolean whole = false;
        try (var out = Files.newOutputStream(file)) {
            long left = maxMegabytes * 1024L * 1024L;
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0 && left >= 0; read = body.read(buffer)) {
                left -= read;
                out.write(buffer, 0, read);
            }
            whole = left >= 0;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return whole ? Optional.of(file) : Optional.empty();
    }

    private Response tooLarge() {
        IncidentId incident = IncidentId.next(clock);
        LOG.log(Level.WARNING, "{0} an HL7 v2 file of more than {1} MB was refused", incident, maxMegabytes);
        return Told.in(
                        Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE),
                        ReasonCode.BAD_REQUEST.code(),
                        "文件超过 " + maxMegabytes + " MB，未处理",
                        "The file is larger than " + maxMegabytes + " MB; nothing of it was handled",
                        incident)
                .build();
    }
}
