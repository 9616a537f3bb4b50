package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the client sent beforehand, and the way to what it did not. A key may be missing, null, an OperationOutcome, a
 * resource or a page of a bundle; the client's server is asked only when something is needed, and at most {@link
 * #MOST_CALLS} times for one hook.
 */
final class Prefetch {

    static final String PATIENT = "patient";
    static final String ENCOUNTER = "encounter";
    static final String COVERAGE = "coverage";
    static final String MEDICATION = "medication";

    static final int MOST_CALLS = 2;

    /** A relative reference; every other address is nobody's business here. */
    private static final Pattern REFERENCE = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.\\-]{1,64})");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.\\-]{1,64}");

    private final JsonObject sent;
    private final String server;
    private final String token;
    private final FhirReader reader;
    private int calls;

    Prefetch(JsonObject request, FhirReader reader) {
        this.sent = HookJson.object(request, "prefetch").orElse(JsonValue.EMPTY_JSON_OBJECT);
        this.server = HookJson.text(request, "fhirServer").orElse("");
        Optional<JsonObject> authorization = HookJson.object(request, "fhirAuthorization");
        if (authorization.isPresent() && server.isEmpty()) {
            throw HookFault.wrong("fhirServer is required where fhirAuthorization is sent");
        }
        this.token = authorization
                .map(given -> HookJson.requiredText(given, "access_token"))
                .orElse("");
        this.reader = reader;
    }

    /** The resource of a type under a key, a bundle's entries included. */
    List<JsonObject> sent(String key, String type) {
        return ofType(sent.get(key), type);
    }

    /** A resource by reference, wherever the client sent it. */
    Optional<JsonObject> sent(String reference) {
        Matcher wanted = REFERENCE.matcher(reference);
        return wanted.matches()
                ? sent.values().stream()
                        .flatMap(value -> ofType(value, wanted.group(1)).stream())
                        .filter(resource -> wanted.group(2).equals(resource.getString("id", "")))
                        .findFirst()
                : Optional.empty();
    }

    /** A resource by reference from the client's server. */
    Optional<JsonObject> fetch(String reference) {
        Matcher wanted = REFERENCE.matcher(reference);
        if (!wanted.matches() || !isOfServer(reference)) {
            return Optional.empty();
        }
        return get(wanted.group(1) + "/" + wanted.group(2))
                .filter(resource -> wanted.group(1).equals(resource.getString("resourceType", "")));
    }

    /** Active coverages of a patient: sent, else from the client's server. A page of them is as good as none. */
    List<JsonObject> coverages(String patientId) {
        List<JsonObject> known = isPage(sent.get(COVERAGE)) ? List.of() : sent(COVERAGE, "Coverage");
        if (!known.isEmpty() || !ID.matcher(patientId).matches()) {
            return known;
        }
        return get("Coverage?patient=" + patientId + "&status=active")
                .filter(bundle -> !isPage(bundle))
                .map(bundle -> ofType(bundle, "Coverage"))
                .orElse(List.of());
    }

    private static boolean isPage(JsonValue value) {
        return value instanceof JsonObject bundle
                && HookJson.objects(bundle, "link").stream()
                        .anyMatch(link -> "next".equals(link.getString("relation", "")));
    }

    /** An absolute reference to another server is not ours to follow. */
    private boolean isOfServer(String reference) {
        return !reference.contains("://") || reference.startsWith(server.endsWith("/") ? server : server + "/");
    }

    private Optional<JsonObject> get(String path) {
        if (server.isEmpty() || calls >= MOST_CALLS) {
            return Optional.empty();
        }
        calls++;
        return reader.read(server, token, path);
    }

    private static List<JsonObject> ofType(JsonValue value, String type) {
        List<JsonObject> found = new ArrayList<>();
        if (value instanceof JsonObject resource) {
            if (type.equals(resource.getString("resourceType", ""))) {
                found.add(resource);
            } else if ("Bundle".equals(resource.getString("resourceType", ""))) {
                HookJson.objects(resource, "entry")
                        .forEach(entry -> HookJson.object(entry, "resource").stream()
                                .filter(inside -> type.equals(inside.getString("resourceType", "")))
                                .forEach(found::add));
            }
        }
        return found;
    }
}
