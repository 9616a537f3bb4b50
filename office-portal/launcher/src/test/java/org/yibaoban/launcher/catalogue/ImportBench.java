package org.yibaoban.launcher.catalogue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long an import takes in a running office: a national download of 60,000 items is given, checked, released and
 * found. It needs nothing but Java, and is run as it stands: docs/performance.md.
 */
public final class ImportBench {

    private static final int ITEMS = Integer.getInteger("bench.items", 60_000);
    private static final int FIELDS = 97;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private ImportBench(String address) {
        this.address = address;
    }

    /** @param args the office's address, such as http://localhost:8080 */
    public static void main(String[] args) throws Exception {
        new ImportBench(args[0])
                .measure(
                        Long.toString(System.nanoTime() % 1_000_000 + 1_000_000).substring(1));
    }

    private void measure(String run) throws Exception {
        String file = IntStream.range(0, ITEMS).mapToObj(i -> line(run, i)).collect(Collectors.joining("\n"));
        long began = System.nanoTime();
        String set = send("office", "sets?list=national&file=1301.txt&share=0.1", BodyPublishers.ofString(file));
        Matcher id = ID.matcher(set);
        if (!id.find()) {
            throw new IllegalStateException(set);
        }
        String path = "sets/" + id.group(1);
        long given = System.nanoTime();
        while (!set.contains("\"checked\":true")) {
            if (set.contains("FAILED")) {
                throw new IllegalStateException(set);
            }
            Thread.sleep(100);
            set = send("office", path, null);
        }
        long checked = System.nanoTime();
        String released = send("supervisor", path + "/release", BodyPublishers.noBody());
        long inForce = System.nanoTime();
        String found = send("office", "items?q=" + run + "%20csyp" + (ITEMS - 1), null);
        long looked = System.nanoTime();
        if (!released.contains("RELEASED") || !found.contains("\"in_force\":true")) {
            throw new IllegalStateException(released + found);
        }
        System.out.printf(
                "%d items, %d KiB: given in %d ms, checked in %d ms, released and in force in %d ms, looked up in %d ms%n",
                ITEMS,
                file.length() / 1024,
                millis(began, given),
                millis(given, checked),
                millis(checked, inForce),
                millis(inForce, looked));
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    private static String line(String run, int number) {
        String[] values = new String[FIELDS];
        Arrays.fill(values, "null");
        values[0] = "XZ99ZZ%s%011d".formatted(run, number);
        values[3] = "测试药品" + number + "注射液";
        values[13] = number % 50 + "mg:2ml";
        values[44] = "支";
        values[56] = "限二级及以上医疗机构使用";
        values[57] = number % 7 == 0 ? "1" : "0";
        values[78] = "1";
        values[82] = "20261101";
        values[91] = number % 3 == 0 ? "甲" : "乙";
        values[92] = "某某制药有限公司";
        values[95] = "2026-01-01";
        return String.join("\t", values);
    }

    /** @param body null to ask only */
    private String send(String user, String path, BodyPublisher body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/catalogue/" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((user + ":demo-2026").getBytes()));
        if (body != null) {
            request.header("Content-Type", "application/octet-stream").POST(body);
        }
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
