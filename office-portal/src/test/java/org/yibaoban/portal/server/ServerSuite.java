package org.yibaoban.portal.server;

import java.nio.file.Path;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What all container tests run against: one Payara Micro with the very archives that are shipped. Tests speak to it from
 * outside, as browsers, HIS and payer do.
 */
@ArquillianSuiteDeployment
public final class ServerSuite {

    private static final Path PORTAL = Path.of("target/office-portal.war");

    private ServerSuite() {}

    /** The portal as built. The payer sandbox joins it by an option of the server, for the adapter deploys one archive. */
    @Deployment(testable = false)
    public static WebArchive portal() {
        return ShrinkWrap.create(ZipImporter.class, PORTAL.getFileName().toString())
                .importFrom(PORTAL.toFile())
                .as(WebArchive.class);
    }

    /** The address of the pages, without a slash at the end. */
    public static String address() {
        return "http://localhost:" + Integer.getInteger("it.http.port");
    }

    /** The port on which the server listens for HL7 v2. */
    public static int mllpPort() {
        return Integer.getInteger("it.mllp.port");
    }
}
