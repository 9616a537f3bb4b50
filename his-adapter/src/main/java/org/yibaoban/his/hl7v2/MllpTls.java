package org.yibaoban.his.hl7v2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS 1.2 and 1.3 by a PKCS12 key store, which holds the server's key and, where senders are asked for certificates,
 * the certificates that are trusted. A sender that speaks plain MLLP gets nothing. For many threads.
 */
public final class MllpTls implements Transport {

    /** The first byte of a TLS handshake; MLLP begins with VT. */
    private static final int HANDSHAKE = 0x16;

    private final SSLContext context;
    private final boolean clientCertificates;

    private MllpTls(SSLContext context, boolean clientCertificates) {
        this.context = context;
        this.clientCertificates = clientCertificates;
    }

    /**
     * Reads a key store.
     *
     * @param clientCertificates whether a sender without a trusted certificate is turned away
     * @throws IOException when the file cannot be read, or not with this password
     * @throws GeneralSecurityException when there is no usable key in it, or nothing to trust where that is needed
     */
    public static MllpTls of(Path keyStore, char[] password, boolean clientCertificates)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            keys.load(file, password);
        }
        requireAny(keys, KeyStore::isKeyEntry, "no key of the server in " + keyStore);
        if (clientCertificates) {
            requireAny(keys, KeyStore::isCertificateEntry, "no trusted certificate of a sender in " + keyStore);
        }
        return new MllpTls(context(keys, password), clientCertificates);
    }

    /** A context with the keys and the trusted certificates of a store; for a server, or for {@link MllpClient}. */
    static SSLContext context(KeyStore keys, char[] password) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static void requireAny(KeyStore keys, Kind kind, String otherwise) throws KeyStoreException {
        for (String alias : Collections.list(keys.aliases())) {
            if (kind.holds(keys, alias)) {
                return;
            }
        }
        throw new KeyStoreException(otherwise);
    }

    @FunctionalInterface
    private interface Kind {
        boolean holds(KeyStore keys, String alias) throws KeyStoreException;
    }

    @Override
    public Optional<Socket> over(Socket tcp, Duration patience) throws IOException {
        tcp.setSoTimeout(Math.toIntExact(patience.toMillis()));
        int first = tcp.getInputStream().read();
        if (first != HANDSHAKE) {
            return Optional.empty();
        }
        byte[] seen = {(byte) first};
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(tcp, new ByteArrayInputStream(seen), true);
        secure.setNeedClientAuth(clientCertificates);
        secure.startHandshake();
        return Optional.of(secure);
    }
}
