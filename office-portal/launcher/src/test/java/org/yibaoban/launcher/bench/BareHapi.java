package org.yibaoban.launcher.bench;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.Parser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The limit of HL7 v2: HAPI parses the message and writes its acknowledgement, without validation, network or store. */
final class BareHapi implements Load.Worker {

    private final HapiContext context = new DefaultHapiContext();
    private final Parser parser;

    BareHapi() {
        context.setValidationContext(ValidationContextFactory.noValidation());
        parser = context.getPipeParser();
    }

    @Override
    public void work(byte[] message) throws Exception {
        Message parsed = parser.parse(new String(message, StandardCharsets.UTF_8));
        String answer = parser.encode(parsed.generateACK());
        if (!answer.contains("MSA|AA|")) {
            throw new IllegalStateException(answer);
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
    }
}
