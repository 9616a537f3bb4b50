package org.yibaoban.launcher.day;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The least that an office can be: a ledger behind an MLLP port and three HTTP addresses. The test can make it forget a
 * line or drop the connection after it stored a message.
 */
final class LedgerOffice implements AutoCloseable {

    private static final String STRANGER = "V23";

    /** Which charge line, counted from 1, is acknowledged and forgotten; 0 for none. */
    int forgetLine;
    /** After how many messages the connection is dropped instead of answered; 0 for never. */
    int dropEvery;
    /** Settles this much less than the total. */
    BigDecimal settlesLess = BigDecimal.ZERO;

    final List<String> controlIds = new ArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> status = new ConcurrentHashMap<>();
    private final Map<String, List<BigDecimal>> ledger = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final ServerSocket mllp;
    private final HttpServer http;

    LedgerOffice() throws IOException {
        mllp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        http.createContext("/api/visits/", this::visit);
        http.createContext("/cds-services/", exchange -> answer(exchange, 200, "{\"cards\":[{}]}"));
        http.start();
        Thread listener = new Thread(this::listen, "mllp");
        listener.setDaemon(true);
        listener.start();
    }

    List<String> arguments() {
        return List.of(
                "--mllp=127.0.0.1:" + mllp.getLocalPort(),
                "--http=http://127.0.0.1:" + http.getAddress().getPort(),
                "--config=" + ConfigFolder.find(),
                "--date=2026-11-22",
                "--run-id=TEST",
                "--patience=5");
    }

    private void listen() {
        while (!mllp.isClosed()) {
            try (Socket socket = mllp.accept()) {
                InputStream in = socket.getInputStream();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (next == 0x1C) {
                        in.read();
                        String answer = handle(bytes.toString(StandardCharsets.UTF_8));
                        bytes.reset();
                        if (answer.isEmpty()) {
                            break;
                        }
                        socket.getOutputStream()
                                .write(("\u000B" + answer + "\u001C\r").getBytes(StandardCharsets.UTF_8));
                    } else if (next != 0x0B) {
                        bytes.write(next);
                    }
                }
            } catch (IOException closed) {
                // the test is over, or the sender went away
            }
        }
    }

    private synchronized String handle(String message) {
        Map<String, String[]> segments = new HashMap<>();
        List<String[]> charges = new ArrayList<>();
        for (String segment : message.split("\r")) {
            String[] fields = segment.split("\\|", -1);
            segments.put(fields[0], fields);
            if (fields[0].equals("FT1")) {
                charges.add(fields);
            }
        }
        String controlId = segments.get("MSH")[9];
        controlIds.add(controlId);
        if (seen.add(controlId)) {
            String visit = segments.get("PV1")[19];
            charges.forEach(charge -> charge(visit, new BigDecimal(charge[11])));
            switch (segments.get("EVN")[1]) {
                case "A01", "A13" -> status.put(visit, "ADMITTED");
                case "A03" -> status.put(visit, "DISCHARGED");
                case "A11" -> status.put(visit, "CANCELLED");
                default -> status.putIfAbsent(visit, "EXPECTED");
            }
        }
        boolean drop = dropEvery > 0 && messages.incrementAndGet() % dropEvery == 0;
        return drop ? "" : "MSH|^~\\&|YIBAOBAN|990000\rMSA|AA|" + controlId + "\r";
    }

    private void charge(String visit, BigDecimal amount) {
        if (lines.incrementAndGet() != forgetLine) {
            ledger.computeIfAbsent(visit, number -> new ArrayList<>()).add(amount);
        }
    }

    private void visit(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String number = path.split("/")[3];
        boolean stranger = number.endsWith(STRANGER);
        if (path.endsWith("/claim")) {
            if (stranger) {
                answer(exchange, 409, "{\"code\":\"YB-3004\"}");
                return;
            }
            answer(exchange, claimed.add(number) ? 202 : 409, "{\"code\":\"YB-3001\"}");
            return;
        }
        List<BigDecimal> charges = ledger.getOrDefault(number, List.of());
        BigDecimal total = charges.stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
        String state = claimed.contains(number) ? "SETTLED" : "NONE";
        answer(
                exchange,
                200,
                "{\"visit\":\"%s\",\"status\":\"%s\",\"total\":\"%s\",\"lines\":%d,\"membership\":{\"state\":\"%s\"},\"claim\":{\"state\":\"%s\",\"amounts\":{\"total\":\"%s\",\"basic_fund\":\"%s\",\"personal\":\"0.00\"}}}"
                        .formatted(
                                number,
                                status.get(number),
                                total,
                                charges.size(),
                                stranger ? "REFUSED" : "VERIFIED",
                                state,
                                total,
                                total.subtract(settlesLess)));
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        mllp.close();
        http.stop(0);
    }
}
