package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TlsTest {

    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final char[] PASSWORD = "for-this-test".toCharArray();

    @TempDir
    static Path folder;

    private final MemoryInbox inbox = new MemoryInbox();
    private MllpServer server;

    /** A server and a sender that trust each other, and a stranger that trusts the server. */
    @BeforeAll
    static void makeKeys() throws Exception {
        for (String name : new String[] {"server", "his", "stranger"}) {
            keytool(
                    name,
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-validity",
                    "2",
                    "-ext",
                    "san=dns:localhost");
            keytool(
                    name,
                    "-exportcert",
                    "-alias",
                    name,
                    "-file",
                    folder.resolve(name + ".cer").toString());
        }
        trust("server", "his");
        trust("his", "server");
        trust("stranger", "server");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void a_sender_with_a_trusted_certificate_is_served() throws Exception {
        int port = start(true, SECONDS);
        try (MllpClient client = client("his", port)) {
            for (int i = 0; i < 20; i++) {
                assertThat(Ack.of(client.send(bytes(admit("M" + i, "V" + i)))).field("MSA", 2))
                        .isEqualTo("M" + i);
            }
        }
        assertThat(inbox.applied).hasSize(20);
    }

    @Test
    void a_sender_with_another_certificate_or_none_is_turned_away_and_others_are_served() throws Exception {
        int port = start(true, SECONDS);
        for (String name : new String[] {"stranger", "nobody"}) {
            assertThatThrownBy(() -> {
                        try (MllpClient client = client(name, port)) {
                            client.send(bytes(admit("M1", "V1")));
                        }
                    })
                    .as(name)
                    .isInstanceOf(IOException.class);
        }
        assertThat(inbox.entries).isEmpty();
        try (MllpClient client = client("his", port)) {
            assertThat(Ack.of(client.send(bytes(admit("M2", "V2")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void where_certificates_are_not_asked_for_a_sender_without_one_is_served() throws Exception {
        int port = start(false, SECONDS);
        try (MllpClient client = client("nobody", port)) {
            assertThat(Ack.of(client.send(bytes(admit("M1", "V1")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void plain_mllp_gets_nothing_and_does_not_hang() throws Exception {
        int port = start(false, SECONDS);
        try (Socket plain = new Socket("localhost", port)) {
            plain.setSoTimeout(5000);
            plain.getOutputStream().write(MllpClient.framed(bytes(admit("M1", "V1"))));

            assertThat(plain.getInputStream().readAllBytes()).isEmpty();
        }
        assertThat(inbox.entries).isEmpty();
    }

    @Test
    void a_handshake_that_stops_or_drips_is_ended() throws Exception {
        int port = start(false, Duration.ofMillis(300));
        try (Socket silent = new Socket("localhost", port);
                Socket dripping = new Socket("localhost", port)) {
            silent.setSoTimeout(5000);
            dripping.setSoTimeout(100);
            assertThat(silent.getInputStream().read()).isNegative();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            dripping.getOutputStream().write(new byte[] {0x16});
                            Thread.sleep(50);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_frame_that_stalls_under_tls_is_answered_and_closed_too() throws Exception {
        int port = start(false, Duration.ofMillis(300));
        try (Socket tls = context("nobody").getSocketFactory().createSocket("localhost", port)) {
            tls.setSoTimeout(5000);
            tls.getOutputStream().write(bytes("\u000b" + admit("M1", "V1")));

            byte[] answer = tls.getInputStream().readAllBytes();
            assertThat(Ack.of(Arrays.copyOfRange(answer, 1, answer.length)).code())
                    .isEqualTo("AE");
        }
    }

    @Test
    void a_wrong_password_or_a_store_without_a_trusted_certificate_is_said_at_the_start() throws Exception {
        Path store = folder.resolve("server.p12");
        assertThatThrownBy(() -> MllpTls.of(store, "wrong".toCharArray(), false))
                .isInstanceOf(IOException.class);
        keytool("lonely", "-genkeypair", "-alias", "lonely", "-keyalg", "EC", "-dname", "CN=lonely");
        assertThatThrownBy(() -> MllpTls.of(folder.resolve("lonely.p12"), PASSWORD, true))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private int start(boolean clientCertificates, Duration patience) throws Exception {
        server = new MllpServer(
                new Hl7Intake(inbox, CLOCK),
                Executors.defaultThreadFactory(),
                new MllpSettings(1 << 20, patience, SECONDS, SECONDS, 8, SECONDS),
                MllpTls.of(folder.resolve("server.p12"), PASSWORD, clientCertificates));
        return server.start(0);
    }

    private static MllpClient client(String name, int port) throws Exception {
        return new MllpClient(context(name).getSocketFactory(), "localhost", port, SECONDS, SECONDS);
    }

    /** "nobody" trusts the server and has no key. */
    private static SSLContext context(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve((name.equals("nobody") ? "his" : name) + ".p12"))) {
            keys.load(file, PASSWORD);
        }
        if (name.equals("nobody")) {
            keys.deleteEntry("his");
        }
        return MllpTls.context(keys, PASSWORD);
    }

    private static void trust(String who, String whom) throws Exception {
        keytool(
                who,
                "-importcert",
                "-noprompt",
                "-alias",
                "trusted-" + whom,
                "-file",
                folder.resolve(whom + ".cer").toString());
    }

    private static void keytool(String store, String... command) throws Exception {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(command));
        all.addAll(List.of(
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve(store + ".p12").toString(),
                "-storepass",
                new String(PASSWORD)));
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }
}
