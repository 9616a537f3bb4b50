package org.yibaoban.portal.his;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;

/** Consent forms of a stay that were signed on paper and go through the JSON door. */
public final class PaperConsents {

    /** A PDF of the least kind. */
    public static final byte[] SCAN =
            ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n"
                            + "trailer<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper();

    private PaperConsents() {}

    /** Has all that is due of a stay signed, as the insurance office. */
    public static void signAll(HisStay stay) throws Exception {
        OfficeClient office = OfficeClient.as("office");
        for (JsonNode due : list(office, stay).path("due")) {
            String form = prepared(office, stay, due, due.path("quantity").asText());
            Answer answer = paper(office, stay, form, SCAN);
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        }
        assertThat(list(office, stay).path("due")).isEmpty();
    }

    public static JsonNode list(OfficeClient client, HisStay stay) throws Exception {
        Answer answer = client.get("/api/visits/" + stay.visit() + "/consents");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The number of a form that was filled in for what is due. */
    public static String prepared(OfficeClient client, HisStay stay, JsonNode due, String quantity) throws Exception {
        Answer answer = prepare(
                client,
                stay,
                due.path("item").asText(),
                quantity,
                due.path("unit_price").asText(),
                "病情需要");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("form").asText();
    }

    public static Answer prepare(
            OfficeClient client, HisStay stay, String item, String quantity, String price, String reason)
            throws Exception {
        ObjectNode body = JSON.createObjectNode()
                .put("item", item)
                .put("quantity", quantity)
                .put("unit_price", price)
                .put("reason", reason)
                .put("alternative", "目录内无同类可替代项目");
        return client.post("/api/visits/" + stay.visit() + "/consents", body.toString());
    }

    public static Answer paper(OfficeClient client, HisStay stay, String form, byte[] scan) throws Exception {
        ObjectNode body = JSON.createObjectNode()
                .put("signer", stay.person().name())
                .put("relation", "SELF")
                .put("witness", "值班护士")
                .put("signed_at", HisStay.now().minusMinutes(5).toString())
                .put("scan", Base64.getEncoder().encodeToString(scan));
        return client.post("/api/visits/" + stay.visit() + "/consents/" + form + "/paper", body.toString());
    }
}
