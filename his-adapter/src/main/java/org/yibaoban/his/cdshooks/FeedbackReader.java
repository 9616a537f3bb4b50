package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yibaoban.office.order.CardLedger.Feedback;

/** Reads the body of a feedback call: what users did with cards (CDS Hooks 2.0, Feedback). */
final class FeedbackReader {

    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_REASON = 200;

    private FeedbackReader() {}

    /** @throws HookFault 400 when a required field is missing or wrong */
    static List<Feedback> read(JsonObject body) {
        List<JsonObject> entries = HookJson.objects(body, "feedback");
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw HookFault.wrong("feedback must hold 1 to " + MOST_ENTRIES + " entries");
        }
        return entries.stream().map(FeedbackReader::entry).toList();
    }

    private static Feedback entry(JsonObject entry) {
        boolean accepted = outcome(HookJson.requiredText(entry, "outcome"));
        List<UUID> suggestions = HookJson.objects(entry, "acceptedSuggestions").stream()
                .map(suggestion -> uuid("acceptedSuggestions.id", HookJson.requiredText(suggestion, "id")))
                .toList();
        if (accepted && suggestions.isEmpty()) {
            throw HookFault.wrong("acceptedSuggestions is required where the outcome is accepted");
        }
        Optional<JsonObject> override = HookJson.object(entry, "overrideReason");
        return new Feedback(
                uuid("card", HookJson.requiredText(entry, "card")),
                accepted,
                suggestions,
                override.flatMap(FeedbackReader::reason),
                override.flatMap(reason -> HookJson.text(reason, "userComment")),
                instant(HookJson.requiredText(entry, "outcomeTimestamp")));
    }

    private static boolean outcome(String outcome) {
        return switch (outcome) {
            case "accepted" -> true;
            case "overridden" -> false;
            default -> throw HookFault.wrong("outcome is accepted or overridden, not " + outcome);
        };
    }

    private static Optional<String> reason(JsonObject override) {
        Optional<String> code = HookJson.object(override, "reason").flatMap(reason -> HookJson.text(reason, "code"));
        code.filter(text -> text.length() > MOST_REASON).ifPresent(text -> {
            throw HookFault.wrong("overrideReason.reason.code has more than " + MOST_REASON + " characters");
        });
        return code;
    }

    static UUID uuid(String key, String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw HookFault.wrong(key + " is no UUID");
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw HookFault.wrong("outcomeTimestamp is no time with its zone, such as 2026-11-22T08:30:00Z");
        }
    }
}
