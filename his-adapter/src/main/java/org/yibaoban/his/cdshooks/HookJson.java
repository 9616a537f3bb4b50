package org.yibaoban.his.cdshooks;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON that others wrote: an element of another type is a fault with its name, never a failure. */
final class HookJson {

    /** Made once: every {@code Json.create...} of the API looks its provider up again. */
    static final JsonBuilderFactory NEW = Json.createBuilderFactory(Map.of());

    private HookJson() {}

    /** Blank is absent. */
    static Optional<String> text(JsonObject object, String key) {
        return typed(object, key, JsonString.class, "a string")
                .map(JsonString::getString)
                .filter(text -> !text.isBlank());
    }

    static String requiredText(JsonObject object, String key) {
        return text(object, key).orElseThrow(() -> HookFault.wrong(key + " is required"));
    }

    static Optional<JsonObject> object(JsonObject object, String key) {
        return typed(object, key, JsonObject.class, "an object");
    }

    static JsonObject requiredObject(JsonObject object, String key) {
        return object(object, key).orElseThrow(() -> HookFault.wrong(key + " is required"));
    }

    static List<JsonObject> objects(JsonObject object, String key) {
        return elements(object, key, JsonObject.class, "an object");
    }

    static List<String> texts(JsonObject object, String key) {
        return elements(object, key, JsonString.class, "a string").stream()
                .map(JsonString::getString)
                .toList();
    }

    static Optional<BigDecimal> decimal(JsonObject object, String key) {
        return typed(object, key, JsonNumber.class, "a number").map(JsonNumber::bigDecimalValue);
    }

    static boolean isTrue(JsonObject object, String key) {
        return object.get(key) == JsonValue.TRUE;
    }

    private static <T extends JsonValue> List<T> elements(
            JsonObject object, String key, Class<T> type, String expected) {
        List<T> elements = new ArrayList<>();
        JsonArray array = typed(object, key, JsonArray.class, "an array").orElse(JsonValue.EMPTY_JSON_ARRAY);
        for (JsonValue value : array) {
            if (!type.isInstance(value)) {
                throw HookFault.wrong(key + " must hold " + expected + " in each place");
            }
            elements.add(type.cast(value));
        }
        return elements;
    }

    private static <T extends JsonValue> Optional<T> typed(
            JsonObject object, String key, Class<T> type, String expected) {
        JsonValue value = object.get(key);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw HookFault.wrong(key + " must be " + expected);
        }
        return Optional.of(type.cast(value));
    }
}
