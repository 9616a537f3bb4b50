package org.yibaoban.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that lives as long as a test, made by the JDK's own tool. */
final class TestAuthority {

    static final String PASSWORD = "for-this-test";

    private final Path folder;

    TestAuthority(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        keytool("ca", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=test-ca", "-ext", "bc:c");
        keytool("ca", "-exportcert", "-rfc", "-alias", "ca", "-file", file("ca.pem"));
    }

    /** A key with a certificate of this authority, in a PKCS12 file that trusts whom the authority knows. */
    Path issue(String name) throws Exception {
        keytool(name, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name);
        keytool(name, "-certreq", "-alias", name, "-file", file(name + ".csr"));
        keytool(
                "ca",
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-ext",
                "san=dns:localhost",
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".pem"));
        keytool(name, "-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.pem"));
        keytool(name, "-importcert", "-noprompt", "-alias", name, "-file", file(name + ".pem"));
        return folder.resolve(name + ".p12");
    }

    /** How the owner of such a file speaks TLS. */
    static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String store, String... command) throws Exception {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(command));
        all.addAll(List.of("-storetype", "PKCS12", "-keystore", file(store + ".p12"), "-storepass", PASSWORD));
        Path log = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError(Files.readString(log));
        }
    }
}
