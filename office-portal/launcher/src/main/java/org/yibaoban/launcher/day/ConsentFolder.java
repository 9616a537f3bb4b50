package org.yibaoban.launcher.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The wards' folder of consent forms signed on paper: the insurance office files what a claim still waits for. */
final class ConsentFolder {

    private static final String CONSENT_MISSING = "CONSENT_MISSING";
    private static final int CREATED = 201;

    /** An empty sheet; the day has no scanner. */
    private static final String SCAN = Base64.getEncoder()
            .encodeToString(
                    ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
                                    + "trailer<</Root 1 0 R>>\n%%EOF\n")
                            .getBytes(StandardCharsets.US_ASCII));

    private final OfficeHttp http;
    private final Patience patience;

    ConsentFolder(OfficeHttp http, Patience patience) {
        this.http = http;
        this.patience = patience;
    }

    /**
     * Files a form for every item that consent is due for, where the claim waits for it. What an interrupted run left
     * half done is gone on with.
     */
    void file(String visit, JsonNode blockers) throws InterruptedException {
        for (JsonNode blocker : blockers) {
            if (blocker.asText().equals(CONSENT_MISSING)) {
                JsonNode consents = consents(visit);
                for (JsonNode due : consents.path("due")) {
                    sign(visit, form(visit, consents, due));
                }
            }
        }
    }

    private String form(String visit, JsonNode consents, JsonNode due) throws InterruptedException {
        Optional<String> open = open(consents, due);
        if (open.isPresent()) {
            return open.get();
        }
        ObjectNode form = JsonNodeFactory.instance
                .objectNode()
                .put("item", due.path("item").asText())
                .put("quantity", due.path("quantity").asText())
                .put("unit_price", due.path("unit_price").asText())
                .put("reason", "病情需要，已向家属说明")
                .put("alternative", due.path("alternative").asText());
        OfficeHttp.Answer answer = patience.insist(
                "consent form of " + visit, () -> http.post("/api/visits/" + visit + "/consents", form.toString()));
        // after a lost answer the office says that the form is there already
        return answer.status() == CREATED
                ? answer.text("form")
                : open(consents(visit), due)
                        .orElseThrow(() -> new DayFault("consent form of " + visit + " answered HTTP " + answer.status()
                                + " " + answer.text("code") + " " + answer.text("message")));
    }

    private static Optional<String> open(JsonNode consents, JsonNode due) {
        for (JsonNode form : consents.path("forms")) {
            if (form.path("item").equals(due.path("item"))
                    && form.path("state").asText().equals("DUE")) {
                return Optional.of(form.path("form").asText());
            }
        }
        return Optional.empty();
    }

    /** A second filing after a lost answer is refused, and no harm. */
    private void sign(String visit, String form) throws InterruptedException {
        ObjectNode paper = JsonNodeFactory.instance
                .objectNode()
                .put("signer", "演示家属")
                .put("relation", "OTHER_RELATIVE")
                .put("witness", "值班护士")
                .put("scan", SCAN);
        patience.insist(
                "consent " + form,
                () -> http.post("/api/visits/" + visit + "/consents/" + form + "/paper", paper.toString()));
    }

    private JsonNode consents(String visit) throws InterruptedException {
        return patience.insist("consents of " + visit, () -> http.consents(visit))
                .body();
    }
}
