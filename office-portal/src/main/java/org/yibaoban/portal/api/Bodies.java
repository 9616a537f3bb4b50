package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;

/** Bodies of requests that are one JSON object, and their fields. What is of another type is refused by its name. */
final class Bodies {

    /** Of a figure, before and after the point: more than any amount or quantity has. */
    private static final int MOST_DIGITS = 18;

    /** No text of the office holds it, and the database keeps none that does. */
    private static final char NOTHING = '\0';

    private Bodies() {}

    /** @throws OfficeRefused when it is none */
    static JsonObject json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body == null ? "" : body))) {
            JsonObject object = reader.readObject();
            refuseNothing(object);
            return object;
        } catch (OfficeRefused refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            // the reader has no type of its own for what is nested too deep
            throw bad("body", "a JSON object is expected");
        }
    }

    private static void refuseNothing(JsonValue value) {
        if (value instanceof JsonString text && text.getString().indexOf(NOTHING) >= 0) {
            throw bad("body", "a text holds the character U+0000");
        } else if (value instanceof JsonObject object) {
            object.values().forEach(Bodies::refuseNothing);
        } else if (value instanceof JsonArray array) {
            array.forEach(Bodies::refuseNothing);
        }
    }

    /** Blank when it is not there. */
    static String text(String body, String key) {
        return text(json(body), key);
    }

    /** Blank when it is not there. */
    static String text(JsonObject json, String key) {
        JsonValue value = json.getOrDefault(key, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw bad(key, "a text in quotes is expected");
    }

    /** A yes or no that must be said: one that is missing or in quotes is neither. */
    static boolean bool(JsonObject json, String key) {
        JsonValue value = json.get(key);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw bad(key, "true or false is expected");
        }
        return value == JsonValue.TRUE;
    }

    /** A number of things, exact: a larger one is not cut to one that fits. */
    static int count(JsonObject json, String key) {
        try {
            if (json.get(key) instanceof JsonNumber number) {
                return number.bigDecimalValue().intValueExact();
            }
        } catch (ArithmeticException notExact) {
            // told below
        }
        throw bad(key, "a whole number is expected");
    }

    /** A figure that is written in quotes, so that no program makes a binary fraction of it. */
    static BigDecimal decimal(JsonObject json, String key) {
        try {
            return figure(new BigDecimal(text(json, key)));
        } catch (ArithmeticException | NumberFormatException noFigure) {
            throw bad(key, "a decimal in quotes is expected, of at most " + MOST_DIGITS + " digits on either side");
        }
    }

    /**
     * A figure that can be reckoned with: one such as 1e999999999 fills the memory as soon as it is written out.
     *
     * @throws ArithmeticException for another
     */
    static BigDecimal figure(BigDecimal given) {
        if (given.precision() - (long) given.scale() > MOST_DIGITS || given.scale() > MOST_DIGITS) {
            throw new ArithmeticException("a figure of too many digits");
        }
        return given;
    }

    private static OfficeRefused bad(String key, String expected) {
        return new OfficeRefused(ReasonCode.BAD_REQUEST, key, expected);
    }
}
