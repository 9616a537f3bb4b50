package org.yibaoban.fhir.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.fhir.mapping.Stays;

/** Bodies sealed by the national algorithms, alone and over HTTP to a payer that holds the other two keys. */
class NationalSealTest {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final byte[] CLAIM =
            "{\"resourceType\":\"Claim\",\"patient\":\"储明晨\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANSWER = "{\"resourceType\":\"ClaimResponse\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final KeyPair ours = pair();
    private final KeyPair payers = pair();
    private final NationalSeal office = new NationalSeal(ours.getPrivate(), payers.getPublic());
    private final NationalSeal payer = new NationalSeal(payers.getPrivate(), ours.getPublic());

    /** GB/T 32905-2016 appendix A.1, GB/T 32907-2016 appendix A.1. */
    @Test
    void theAlgorithmsAreTheStandards() throws GeneralSecurityException {
        byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        Cipher sm4 = Cipher.getInstance("SM4/ECB/NoPadding", PROVIDER);
        sm4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "SM4"));

        assertThat(HexFormat.of().formatHex(sm4.doFinal(key))).isEqualTo("681edf34d206965e86b3e94f536e4246");
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SM3", PROVIDER)
                                .digest("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void thePayerReadsWhatTheOfficeSealedAndNobodyElseCan() throws Exception {
        byte[] sealed = office.seal(CLAIM);

        assertThat(payer.open(sealed)).isEqualTo(CLAIM);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("储明晨", "Claim");
        NationalSeal stranger = new NationalSeal(pair().getPrivate(), ours.getPublic());
        assertThatThrownBy(() -> stranger.open(sealed)).isInstanceOf(PayerSeal.BrokenSeal.class);
    }

    @Test
    void whatAStrangerSealedOrSomebodyChangedIsRefused() {
        byte[] strangers = new NationalSeal(pair().getPrivate(), ours.getPublic()).seal(ANSWER);
        String sealed = new String(payer.seal(ANSWER), StandardCharsets.UTF_8);
        String other = new String(payer.seal(CLAIM), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> office.open(strangers)).hasMessageContaining("not signed by the payer");
        assertThatThrownBy(() -> office.open(sealed.replace(field(sealed, "encData"), field(other, "encData"))
                        .getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not signed by the payer");
        assertThatThrownBy(() -> office.open(ANSWER)).isInstanceOf(PayerSeal.BrokenSeal.class);
        assertThatThrownBy(() -> office.open("no JSON".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PayerSeal.BrokenSeal.class);
    }

    @Test
    void keysComeFromFiles() throws Exception {
        Path own = pem("PRIVATE KEY", ours.getPrivate());
        Path theirs = pem("PUBLIC KEY", payers.getPublic());

        assertThat(payer.open(NationalSeal.ofFiles(own, theirs).seal(CLAIM))).isEqualTo(CLAIM);
        assertThatThrownBy(() -> NationalSeal.ofFiles(theirs, own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys of the line to the payer");
    }

    @Test
    void overTheLineBodiesAreSealedBothWaysAndAnUnsealedAnswerIsNone() throws Exception {
        AtomicReference<byte[]> came = new AtomicReference<>();
        AtomicReference<byte[]> answer = new AtomicReference<>(payer.seal(ANSWER));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/fhir/Claim", exchange -> {
            came.set(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.get().length);
            exchange.getResponseBody().write(answer.get());
            exchange.close();
        });
        server.start();
        try {
            PayerHttp line = line("http://localhost:" + server.getAddress().getPort() + "/fhir");

            assertThat(line.post("Claim", CLAIM).body()).isEqualTo(ANSWER);
            assertThat(payer.open(came.get())).isEqualTo(CLAIM);

            answer.set(ANSWER);
            assertThatThrownBy(() -> line.post("Claim", CLAIM)).isInstanceOf(PayerHttp.NoAnswer.class);
        } finally {
            server.stop(0);
        }
    }

    private PayerHttp line(String base) {
        return new PayerHttp(
                new PayerConnection(
                        URI.create(base),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Stays.PARTIES,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(office)),
                Clock.systemUTC());
    }

    private static String field(String envelope, String name) {
        return envelope.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private Path pem(String kind, Key key) throws IOException {
        return Files.writeString(
                folder.resolve(kind.replace(' ', '-') + ".pem"),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END " + kind + "-----\n");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
