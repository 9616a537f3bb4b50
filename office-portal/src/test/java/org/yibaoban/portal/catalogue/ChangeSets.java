package org.yibaoban.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;

/** Imports of the catalogue over HTTP, as programs of two officers do them. */
final class ChangeSets {

    static final OfficeClient OFFICE = OfficeClient.as("office");
    static final OfficeClient SUPERVISOR = OfficeClient.as("supervisor");

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int GLANCE_MILLIS = 200;
    private static final int FIELDS = 97;

    private ChangeSets() {}

    /** A line of the national download for a western drug. */
    static String line(String code, String name, String specification, String itemClass) {
        String[] values = new String[FIELDS];
        Arrays.fill(values, "null");
        values[0] = code;
        values[3] = name;
        values[13] = specification;
        values[44] = "盒";
        values[78] = "1";
        values[82] = "20261101";
        values[91] = itemClass;
        values[95] = "2026-01-01";
        return String.join("\t", values);
    }

    /** Gives a file and waits for the end of its check. */
    static JsonNode checked(String query, String file) throws Exception {
        Answer given = OFFICE.upload("/api/catalogue/sets?" + query, file.getBytes(StandardCharsets.UTF_8));
        if (given.status() != 201) {
            throw new AssertionError("HTTP " + given.status() + ": " + given.body());
        }
        return await(given.json().get("id").asLong());
    }

    static JsonNode await(long id) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode set = OFFICE.get("/api/catalogue/sets/" + id).json();
            if (set.get("checked").asBoolean() || set.get("load_state").asText().equals("FAILED")) {
                return set;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + set);
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    static Answer release(OfficeClient by, JsonNode set) throws Exception {
        return by.post("/api/catalogue/sets/" + set.get("id").asLong() + "/release", "");
    }

    static JsonNode undo(OfficeClient by, JsonNode set) throws Exception {
        return by.post("/api/catalogue/sets/" + set.get("id").asLong() + "/undo", "")
                .json();
    }

    /** What a look-up finds, the hospital's items first. */
    static JsonNode find(String text) throws Exception {
        return OFFICE.get("/api/catalogue/items?q=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8))
                .json();
    }
}
