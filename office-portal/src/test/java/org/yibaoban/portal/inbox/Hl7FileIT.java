package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/** Batches through both doors: as a file over HTTP, and in one frame over MLLP. */
class Hl7FileIT extends ServerTest {

    private static final String BHS = "BHS|^~\\&|HIS|990000|YIBAOBAN|990000|||night||B1\r";

    private final HisStay stay = new HisStay(Person.stranger());

    @Test
    void aFileIsTakenMessageByMessageAndAnsweredByABatch() throws Exception {
        String broken =
                stay.charges(charge(stay.id("T2"), "CT0001", "1", "268.00")).replace("|CG|", "|XX|");
        String file =
                BHS + stay.admit() + broken + stay.charges(charge(stay.id("T1"), "CT0001", "1", "268.00")) + "BTS|3\r";

        HttpResponse<byte[]> response = post("his", file.getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(200);
        List<String> lines = Arrays.asList(new String(response.body(), StandardCharsets.UTF_8).split("\r"));
        assertThat(lines.get(0))
                .startsWith("BHS|^~\\&|YIBAOBAN|990000|HIS|990000|")
                .endsWith("|B1");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("MSA|"))
                .extracting(line -> line.substring(0, 6))
                .containsExactly("MSA|AA", "MSA|AE", "MSA|AA");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("BTS|3");
        assertThat(OfficeDatabase.rows(
                        "select channel, verdict from raw_message where starts_with(control_id, ?) order by id",
                        stay.visit() + "-"))
                .containsExactly("hl7-file|APPLIED", "hl7-file|ERROR", "hl7-file|APPLIED");
        assertThat(OfficeDatabase.rows(
                        "select transaction_id from charge_line where starts_with(transaction_id, ?)",
                        stay.visit() + "-"))
                .containsExactly(stay.id("T1"));
    }

    @Test
    void aBatchInOneFrameIsAnsweredInOneFrameAndItsWrongCountIsShownToTheOffice() throws Exception {
        String batch = BHS.replace("B1", stay.visit()) + stay.admit() + "BTS|2\r";

        String answer = new String(HisLine.exchange(batch.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("BHS|").contains("\rMSA|AA|").contains("\rMSA|AE|" + stay.visit() + "|");
        assertThat(OfficeDatabase.rows(
                        "select verdict from raw_message where type = 'BHS' and encode(content, 'escape') like ?",
                        "%" + stay.visit() + "%"))
                .containsExactly("ERROR");
    }

    @Test
    void onlyTheHisMaySendFiles() throws Exception {
        assertThat(post("billing", new byte[0]).statusCode()).isEqualTo(403);
        assertThat(post("", new byte[0]).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<byte[]> post(String user, byte[] file) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ServerSuite.address() + "/api/hl7v2/batch"))
                .header("Content-Type", "application/hl7-v2")
                .POST(BodyPublishers.ofByteArray(file));
        if (!user.isEmpty()) {
            String credentials =
                    Base64.getEncoder().encodeToString((user + ":demo-2026").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
