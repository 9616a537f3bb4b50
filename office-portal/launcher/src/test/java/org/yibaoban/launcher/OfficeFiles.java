package org.yibaoban.launcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives files to the tabular door of a running server, as an officer's program does. */
final class OfficeFiles {

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
    private static final int GLANCE_MILLIS = 200;
    private static final int GLANCES = 1500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    OfficeFiles(int httpPort) {
        this.address = "http://localhost:" + httpPort + "/api/tabular/loads";
    }

    /** Gives a file, waits for its dry run and starts its load; the load's id. */
    long start(String map, String csv) throws Exception {
        String given = call("?file=test.csv&map=" + map, csv);
        Matcher id = ID.matcher(given);
        if (!id.find()) {
            throw new AssertionError(given);
        }
        long load = Long.parseLong(id.group(1));
        await(load, "CHECKED");
        call("/" + load + "/start", "");
        return load;
    }

    /** Waits for a state of a load, for five minutes; what is said of the load then. */
    String await(long load, String wanted) throws Exception {
        for (int i = 0; i < GLANCES; i++) {
            String said = call("/" + load, null);
            Matcher state = STATE.matcher(said);
            if (state.find() && state.group(1).equals(wanted)) {
                return said;
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new AssertionError("still " + call("/" + load, null));
    }

    private String call(String path, String body) throws Exception {
        String login = Base64.getEncoder().encodeToString("office:demo-2026".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/octet-stream");
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (!Set.of(200, 201).contains(answer.statusCode())) {
            throw new AssertionError("HTTP " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Admissions of this many visits. */
    static String visits(String run, int visits) {
        StringBuilder text = new StringBuilder("住院号,患者编号,姓名,性别,就诊类型,入院时间,科室代码,病区代码\n");
        for (int v = 0; v < visits; v++) {
            text.append(run + v + ",P" + run + v + ",测试,男,住院,2026/11/20 8:30,0304,W0304A\n");
        }
        return text.toString();
    }

    /** Charges of one yuan, spread over the visits. */
    static String charges(String run, int visits, int rows) {
        StringBuilder text = new StringBuilder("费用流水号,住院号,项目代码,项目名称,数量,单价,金额,费用发生时间,退费标志,原费用流水号\n");
        for (int row = 0; row < rows; row++) {
            text.append(run + "-" + row + "," + run + row % visits + ",CT0001,胸部CT平扫,1,1.00,1.00,2026-11-"
                    + (20 + row % 2) + " 09:00:00,0,\n");
        }
        return text.toString();
    }
}
