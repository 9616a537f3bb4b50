package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;

/** Bodies of requests that are one JSON object. */
final class Bodies {

    private Bodies() {}

    /** @throws OfficeRefused when it is none */
    static JsonObject json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body == null ? "" : body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "body", "a JSON object is expected");
        }
    }

    /** Blank when it is not there. */
    static String text(String body, String key) {
        return json(body).getString(key, "");
    }
}
