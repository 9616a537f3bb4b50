package org.yibaoban.launcher.orderbench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that sign orders one after the other, each as fast as it is answered. */
final class HookLoad {

    /** One item of each kind that makes work: class A, class B, self-paid with alternatives, and an examination. */
    private static final List<String> ITEMS = List.of("Y00001", "Y00003", "Y00011", "CT0001", "OWN001");

    private final URI service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    HookLoad(int port) {
        this.service = URI.create("http://localhost:" + port + "/cds-services/yibaoban-order-sign");
    }

    /** Times in nanoseconds, sorted. */
    record Times(long[] nanos, Duration within) {

        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.ceil(share * nanos.length) - 1)] / 1e6;
        }

        double perSecond() {
            return nanos.length * 1e9 / within.toNanos();
        }
    }

    Times run(int clients, Duration duration) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int seed = i;
                parts.add(threads.submit(() -> client(seed, end)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> part : parts) {
                all.add(part.get());
            }
            long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Times(nanos, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] client(int seed, long end) throws Exception {
        Random random = new Random(seed);
        List<Long> times = new ArrayList<>();
        while (System.nanoTime() < end) {
            HttpRequest request = request(BenchHospital.visit(1 + random.nextInt(BenchHospital.OPEN)));
            long before = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            times.add(System.nanoTime() - before);
            if (answer.statusCode() != 200 || !answer.body().contains("患者负担增加")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private HttpRequest request(String visit) {
        StringBuilder entries = new StringBuilder();
        for (String item : ITEMS) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":\"")
                    .append(item)
                    .append("\",\"status\":\"draft\",\"medicationCodeableConcept\":{\"coding\":[{\"code\":\"")
                    .append(item)
                    .append("\"}]},\"dispenseRequest\":{\"quantity\":{\"value\":2}}}}");
        }
        String body = "{\"hook\":\"order-sign\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"context\":{"
                + "\"userId\":\"Practitioner/D990000000013\",\"patientId\":\"x\",\"encounterId\":\"" + visit
                + "\",\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[" + entries + "]}}}";
        String credentials = Base64.getEncoder().encodeToString("his:demo-2026".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(service)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
