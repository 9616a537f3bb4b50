package org.yibaoban.fhir.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS towards a payer: our certificate, where it asks for one, and whom we trust. Both are PKCS 12 files. */
public final class PayerTls {

    private PayerTls() {}

    /** A file and its password. */
    public record Store(Path file, String password) {}

    /**
     * @param own our certificate with its key
     * @param trusted the payer's certificate, or those of its issuers; the Java ones where it is empty
     * @throws IllegalArgumentException when a file is not there, is no PKCS 12, or has another password
     */
    public static SSLContext context(Optional<Store> own, Optional<Store> trusted) {
        try {
            KeyManager[] keys = null;
            if (own.isPresent()) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(load(own.get()), own.get().password().toCharArray());
                keys = factory.getKeyManagers();
            }
            TrustManager[] trust = null;
            if (trusted.isPresent()) {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(load(trusted.get()));
                trust = factory.getTrustManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("TLS towards the payer: " + e.getMessage(), e);
        }
    }

    private static KeyStore load(Store store) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store.file())) {
            KeyStore loaded = KeyStore.getInstance("PKCS12");
            loaded.load(in, store.password().toCharArray());
            return loaded;
        } catch (IOException e) {
            throw new IllegalArgumentException("TLS towards the payer: " + store.file() + ": " + e.getMessage(), e);
        }
    }
}
