package org.yibaoban.portal.his;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.llp.MinLowerLayerProtocol;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The HIS's own door, made of HAPI: takes what the office tells, and keeps it for the tests to look at. */
public class HisListener implements LauncherSessionListener {

    private static final List<Message> TAKEN = new CopyOnWriteArrayList<>();
    /** How often a message is to be answered with AR before it is taken, by visit. */
    private static final Map<String, Integer> BUSY = new ConcurrentHashMap<>();

    private HL7Service service;

    /** What the office told of a visit, as encoded, in the order of arrival. */
    public static List<String> toldOf(String visit) throws HL7Exception {
        List<String> told = new ArrayList<>();
        for (Message message : TAKEN) {
            if (visitOf(message).equals(visit)) {
                told.add(message.encode());
            }
        }
        return told;
    }

    /** The next notices of a visit are put off so many times. */
    public static void putOff(String visit, int times) {
        BUSY.put(visit, times);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Integer port = Integer.getInteger("it.his.port");
        if (port == null) {
            return;
        }
        DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.defaultValidation());
        // the standard one counts in a file of the working directory
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        MinLowerLayerProtocol utf8 = new MinLowerLayerProtocol();
        utf8.setCharset(StandardCharsets.UTF_8);
        context.setLowerLayerProtocol(utf8);
        service = context.newServer(port, false);
        service.registerApplication(new Door());
        try {
            service.startAndWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (service != null) {
            service.stopAndWait();
        }
    }

    private static String visitOf(Message message) throws HL7Exception {
        return new Terser(message).get("/.PV1-19-1");
    }

    private static final class Door implements ReceivingApplication<Message> {

        @Override
        public Message processMessage(Message message, Map<String, Object> metadata) throws HL7Exception {
            try {
                if (BUSY.merge(visitOf(message), -1, Integer::sum) >= 0) {
                    return message.generateACK(AcknowledgmentCode.AR, null);
                }
                TAKEN.add(message);
                return message.generateACK();
            } catch (IOException e) {
                throw new HL7Exception(e);
            }
        }

        @Override
        public boolean canProcess(Message message) {
            return true;
        }
    }
}
