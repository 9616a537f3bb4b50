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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.his.hl7v2.Hl7Intake;
import org.yibaoban.his.hl7v2.MllpServer;
import org.yibaoban.his.hl7v2.MllpSettings;
import org.yibaoban.his.hl7v2.MllpTls;
import org.yibaoban.his.hl7v2.Transport;

/** Opens the HL7 v2 door once the schema is there, and closes it before the server goes down. */
@Singleton
@Startup
@DependsOn({"Migrations", "StartCheck"})
@TransactionManagement(TransactionManagementType.BEAN)
public class MllpDoor {

    private static final Logger LOG = System.getLogger(MllpDoor.class.getName());

    @Inject
    private Hl7Intake intake;

    /** Port of HL7 v2 over MLLP; the launcher sets it. */
    @Inject
    @ConfigProperty(name = "yibaoban.mllp.port", defaultValue = "2575")
    private int port;

    /** A PKCS12 file; blank for MLLP without encryption. */
    @Inject
    @ConfigProperty(name = "yibaoban.mllp.tls.keystore")
    private Optional<String> keyStore;

    /** Password of that file. */
    @Inject
    @ConfigProperty(name = "yibaoban.mllp.tls.password")
    private Optional<String> keyStorePassword;

    /** Whether a sender must show a certificate that the key store trusts. */
    @Inject
    @ConfigProperty(name = "yibaoban.mllp.tls.client-certificates", defaultValue = "false")
    private boolean clientCertificates;

    @Resource
    private ManagedThreadFactory threads;

    private MllpServer server;

    @PostConstruct
    void open() {
        server = new MllpServer(intake, threads, MllpSettings.defaults(), transport());
        try {
            LOG.log(Level.INFO, "MLLP listens on port {0}", String.valueOf(server.start(port)));
        } catch (IOException e) {
            throw new IllegalStateException("MLLP port " + port + " cannot be opened (yibaoban.mllp.port)", e);
        }
    }

    private Transport transport() {
        Optional<String> file = keyStore.filter(path -> !path.isBlank());
        if (file.isEmpty()) {
            return Transport.PLAIN;
        }
        try {
            char[] password = keyStorePassword.orElse("").toCharArray();
            return MllpTls.of(Path.of(file.get()), password, clientCertificates);
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            throw new IllegalStateException(
                    "MLLP key store " + file.get() + " cannot be used (yibaoban.mllp.tls.keystore, .password): "
                            + e.getMessage(),
                    e);
        }
    }

    @PreDestroy
    void close() {
        server.stop();
    }
}
