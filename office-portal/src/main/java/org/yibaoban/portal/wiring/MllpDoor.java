package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.his.hl7v2.Hl7Intake;
import org.yibaoban.his.hl7v2.MllpServer;
import org.yibaoban.his.hl7v2.MllpSettings;

/** Opens the HL7 v2 door once the schema is there, and closes it before the server goes down. */
@Singleton
@Startup
@DependsOn({"Migrations", "StartCheck"})
@TransactionManagement(TransactionManagementType.BEAN)
public class MllpDoor {

    private static final Logger LOG = System.getLogger(MllpDoor.class.getName());

    @Inject
    private Hl7Intake intake;

    @Inject
    @ConfigProperty(name = "yibaoban.mllp.port", defaultValue = "2575")
    private int port;

    @Resource
    private ManagedThreadFactory threads;

    private MllpServer server;

    @PostConstruct
    void open() {
        server = new MllpServer(intake, threads, MllpSettings.defaults());
        try {
            LOG.log(Level.INFO, "MLLP listens on port {0}", String.valueOf(server.start(port)));
        } catch (IOException e) {
            throw new IllegalStateException("MLLP port " + port + " cannot be opened (yibaoban.mllp.port)", e);
        }
    }

    @PreDestroy
    void close() {
        server.stop();
    }
}
