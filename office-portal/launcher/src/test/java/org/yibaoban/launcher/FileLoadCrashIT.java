package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file is being loaded when the power goes: after the next start it is loaded to its end, no row is missing and none is
 * there twice. The same server takes HL7 v2 over TLS only, from senders that its authority knows.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FileLoadCrashIT {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));
    private static final int VISITS = 40;
    private static final int ROWS = 6_000;
    private static final int ROWS_BEFORE_THE_CUT = 1_000;
    private static final String RUN = "KL";

    @TempDir
    Path folder;

    private TestAuthority authority;
    private int httpPort;
    private int mllpPort;
    private Launched launched;

    @AfterEach
    void stop() throws InterruptedException {
        if (launched != null) {
            launched.stop();
        }
    }

    @Test
    void aFileThatIsBeingLoadedSurvivesAPowerCutAndTheDoorSpeaksTls() throws Exception {
        httpPort = Ports.anyFree();
        mllpPort = Ports.anyFree();
        authority = new TestAuthority(folder.resolve("authority"));
        start();
        onlyWhomTheAuthorityKnowsIsServed();
        OfficeFiles files = new OfficeFiles(httpPort);
        files.await(files.start("his/visits", OfficeFiles.visits(RUN, VISITS)), "DONE");
        long load = files.start("his/charges", OfficeFiles.charges(RUN, VISITS, ROWS));
        while (launched.count("select count(*) from charge_line") < ROWS_BEFORE_THE_CUT) {
            Thread.sleep(50);
        }

        launched.cutThePower();
        Instant cut = Instant.now();
        start();

        String said = files.await(load, "DONE");
        assertThat(said).contains("\"rejected\":0", "\"waiting\":0");
        assertThat(launched.count("select count(*) from charge_line where posted_at < timestamptz '" + cut + "'"))
                .as("rows that were posted before the cut, which was in the middle")
                .isBetween((long) ROWS_BEFORE_THE_CUT, ROWS - 1L);
        assertThat(launched.count("select count(*) from charge_line")).isEqualTo(ROWS);
        assertThat(launched.count("select count(distinct (visit_id, transaction_id)) from charge_line"))
                .isEqualTo(ROWS);
        assertThat(launched.count("select sum(charges)::bigint from visit")).isEqualTo(ROWS);
        assertThat(launched.count("select count(*) from visit v where v.charges <>"
                        + " (select sum(amount) from charge_line l where l.visit_id = v.id)"))
                .isZero();
        assertThat(launched.count("select sum(amount)::bigint from (select amount from indicator_cell"
                        + " union all select amount from indicator_move) counted"))
                .as("what the indicators have counted or have still to count")
                .isEqualTo(ROWS);
        onlyWhomTheAuthorityKnowsIsServed();
    }

    private void start() throws Exception {
        Path keys = folder.resolve("authority/server.p12");
        launched = Launched.start(
                folder.resolve("state"),
                CONFIG,
                httpPort,
                mllpPort,
                Map.of(
                        "YIBAOBAN_MLLP_TLS_KEYSTORE",
                        (keys.toFile().exists() ? keys : authority.issue("server")).toString(),
                        "YIBAOBAN_MLLP_TLS_PASSWORD",
                        TestAuthority.PASSWORD,
                        "YIBAOBAN_MLLP_TLS_CLIENT_CERTIFICATES",
                        "true"));
        launched.awaitReady();
    }

    private void onlyWhomTheAuthorityKnowsIsServed() throws Exception {
        String name = "his" + System.nanoTime();
        SSLContext his = TestAuthority.context(authority.issue(name));
        assertThat(said(his, name)).contains("MSA|AA|" + name);

        SSLContext stranger = TestAuthority.context(
                new TestAuthority(folder.resolve("stranger" + System.nanoTime())).issue("stranger"));
        assertThatThrownBy(() -> said(stranger, "stranger")).isInstanceOf(IOException.class);
        assertThat(plain("plain")).isEmpty();
        assertThat(launched.count("select count(*) from raw_message where control_id in ('stranger', 'plain')"))
                .isZero();
    }

    private String said(SSLContext context, String controlId) throws IOException {
        try (Socket socket = context.getSocketFactory().createSocket("localhost", mllpPort)) {
            return exchange(socket, controlId);
        }
    }

    private String plain(String controlId) throws IOException {
        try (Socket socket = new Socket("localhost", mllpPort)) {
            return exchange(socket, controlId);
        }
    }

    private static String exchange(Socket socket, String controlId) throws IOException {
        socket.setSoTimeout(60_000);
        String now = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        String message = "MSH|^~\\&|HIS|990000|YIBAOBAN|990000|" + now + "||ADT^A31^ADT_A05|" + controlId
                + "|P|2.5.1||||||UNICODE UTF-8\rEVN|A31|" + now + "\rPID|1||PTLS^^^HIS^MR||测试^甲\r";
        socket.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0 && b != 0x1c; b = in.read()) {
            answer.write(b);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
