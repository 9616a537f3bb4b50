package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.ft1;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.model.v251.segment.ERR;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.ParserConfiguration;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** HAPI, which others use, reads our answers as we mean them, and reads segments as we do. */
class HapiAgreesTest {

    private static final Set<String> NAMES =
            Set.of("EVN", "PID", "MRG", "PV1", "DG1", "FT1", "ORC", "RXO", "RXE", "RXD", "OBR");

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @Test
    void hapi_reads_our_acceptance() throws HL7Exception {
        ACK ack = parse(intake.receive(bytes(admit("M1", "V1"))));

        assertThat(ack.getMSH().getMessageType().encode()).isEqualTo("ACK^A01^ACK");
        assertThat(ack.getMSH().getSendingApplication().getNamespaceID().getValue())
                .isEqualTo("YBB");
        assertThat(ack.getMSH().getReceivingFacility().getNamespaceID().getValue())
                .isEqualTo("YB01");
        assertThat(ack.getMSH().getCharacterSet(0).getValue()).isEqualTo("UNICODE UTF-8");
        assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AA");
        assertThat(ack.getMSA().getMessageControlID().getValue()).isEqualTo("M1");
    }

    @Test
    void hapi_reads_our_refusal() throws HL7Exception {
        intake.receive(bytes(admit("M1", "V1")));
        String bad = charges("M2&2", "V1", ft1(7, "T1", "XX", "1", "1", "1", ""));

        ERR err = parse(intake.receive(bytes(bad))).getERR();

        assertThat(err.getErrorLocation(0).getSegmentID().getValue()).isEqualTo("FT1");
        assertThat(err.getErrorLocation(0).getSegmentSequence().getValue()).isEqualTo("1");
        assertThat(err.getErrorLocation(0).getFieldPosition().getValue()).isEqualTo("6");
        assertThat(err.getHL7ErrorCode().getIdentifier().getValue()).isEqualTo("103");
        assertThat(err.getHL7ErrorCode().getNameOfCodingSystem().getValue()).isEqualTo("HL70357");
        assertThat(err.getSeverity().getValue()).isEqualTo("E");
        assertThat(err.getDiagnosticInformation().getValue()).isEqualTo(inbox.last().incident);
        assertThat(err.getUserMessage().getValue()).startsWith("FT1-6 (FT1 no. 1, set id 7) 费用类型不在值域内");
    }

    @Test
    void every_field_is_read_as_hapi_reads_it() throws HL7Exception {
        compare(
                "hand-made",
                message(
                        admit("M1", "V1").strip(),
                        pid("A\\T\\B\\S\\C\\R\\D\\E\\E\\F\\F \\H\\x\\N\\ \\X41\\ end^&sub~rep^"),
                        pv1("\"\""),
                        ft1(1, "T1^x&y~z", "CG", "1", "1&CNY", "", "")));
    }

    @Test
    void every_field_of_the_public_samples_is_read_as_hapi_reads_it() throws HL7Exception, IOException {
        for (Path file : SharedSamples.hl7v2()) {
            compare(file.getFileName().toString(), Files.readString(file));
        }
    }

    private static void compare(String what, String text) throws HL7Exception {
        Envelope envelope = Envelope.of(bytes(text));
        GenericModelClassFactory generic = new GenericModelClassFactory();
        PipeParser parser = new PipeParser(new DefaultHapiContext(ValidationContextFactory.noValidation()));
        int compared = 0;
        for (String line : text.replace("\uFEFF", "").split("[\r\n]+")) {
            if (line.length() > 3 && NAMES.contains(line.substring(0, 3))) {
                GenericSegment theirs = new GenericSegment(new GenericMessage.V251(generic), line.substring(0, 3));
                parser.parse(theirs, line, new EncodingCharacters('|', "^~\\&"));
                compareSegment(what, new Hl7Segment(line, 1, envelope.separators()), theirs);
                compared++;
            }
        }
        assertThat(compared).as(what).isPositive();
    }

    private static void compareSegment(String what, Hl7Segment ours, GenericSegment theirs) throws HL7Exception {
        for (int field = 1; field <= theirs.numFields(); field++) {
            int repetitions = theirs.getField(field).length;
            for (int repetition = 1; repetition <= repetitions; repetition++) {
                for (int component = 1; component <= 6; component++) {
                    for (int sub = 1; sub <= 3; sub++) {
                        String text = Terser.get(theirs, field, repetition - 1, component, sub);
                        assertThat(ours.text(field, repetition, component, sub))
                                .as("%s %s-%d(%d).%d.%d", what, theirs.getName(), field, repetition, component, sub)
                                .isEqualTo(text == null || text.equals("\"\"") ? "" : text.strip());
                    }
                }
            }
        }
    }

    private static ACK parse(byte[] answer) throws HL7Exception {
        PipeParser parser = new PipeParser(new DefaultHapiContext(
                new ParserConfiguration(),
                ValidationContextFactory.defaultValidation(),
                new CanonicalModelClassFactory("2.5.1")));
        return (ACK) parser.parse(new String(answer, StandardCharsets.UTF_8));
    }
}
