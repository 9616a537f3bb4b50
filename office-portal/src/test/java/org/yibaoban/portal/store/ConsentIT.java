package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Consents in the database: due with the charge, gone with the signature, and nothing of a form can be changed. */
class ConsentIT extends ServerTest {

    private final HisStay stay = new HisStay(Person.employee());
    private final OfficeClient office = OfficeClient.as("office");
    private final OfficeClient clerk = OfficeClient.as("billing");

    @BeforeEach
    void admit() throws Exception {
        accepted(stay.admit());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
    }

    /** Of all stays there are, whoever charged them. */
    @AfterEach
    void theSumsAreThoseOfWhatIsDue() throws SQLException {
        assertThat(
                        OfficeDatabase.rows(
                                "select v.number, v.consent_due, v.consent_items, v.consent_stops, d.* from visit v"
                                        + " left join (select visit_id, sum(amount) amount, count(*) items,"
                                        + " count(*) filter (where stops) stops from consent_due group by visit_id) d"
                                        + " on d.visit_id = v.id where (v.consent_due, v.consent_items, v.consent_stops)"
                                        + " is distinct from (coalesce(d.amount, 0), coalesce(d.items, 0), coalesce(d.stops, 0))"))
                .isEmpty();
        assertThat(OfficeDatabase.rows("select v.number, v.self_paid, d.amount from visit v"
                        + " left join (select visit_id, sum(amount) amount from consent_due c where item_code in"
                        + " (select item_code from charge_line where item_class = 'C') group by visit_id) d"
                        + " on d.visit_id = v.id where not exists (select 1 from consent c where c.visit_id = v.id)"
                        + " and v.self_paid is distinct from coalesce(d.amount, 0)"))
                .as("class C without any form")
                .isEmpty();
    }

    @Test
    void aClaimWaitsForTheConsentToASelfPaidItem() throws Exception {
        accepted(stay.charges(
                charge(stay.id("1"), "NUR000", "5", "120.00"), charge(stay.id("2"), "OWN001", "2", "268.00")));
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        JsonNode state = clerk.visit(stay.visit());
        assertThat(state.path("blockers").toString()).isEqualTo("[\"CONSENT_MISSING\",\"AUDIT_OPEN\"]");
        refused(clerk.claim(stay.visit()), 409, "YB-3002");
        JsonNode due = PaperConsents.list(clerk, stay).path("due").get(0);
        assertThat(due.path("item").asText()).isEqualTo("OWN001");
        assertThat(due.path("quantity").asText()).isEqualTo("2");
        assertThat(due.path("amount").asText()).isEqualTo("536.00");
        assertThat(due.path("reasons").toString()).isEqualTo("[\"self-paid\"]");

        PaperConsents.signAll(stay);

        assertThat(clerk.visit(stay.visit()).path("blockers")).isEmpty();
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        clerk.awaitClaim(stay.visit(), "SETTLED");
        refused(PaperConsents.prepare(office, stay, "OWN001", "1", "268", "病情需要"), 409, "YB-1004");
    }

    @Test
    void everyGroundIsFoundAndAnItemInTheCatalogueIsNot() throws Exception {
        accepted(stay.charges(
                charge(stay.id("1"), "GLV001", "1", "46.00"),
                charge(stay.id("2"), "BED002", "1", "220.00"),
                charge(stay.id("3"), "ALB001", "1", "380.00"),
                charge(stay.id("4"), "NEG001", "1", "1080.00"),
                charge(stay.id("5"), "CEF001", "1", "19.60"),
                charge(stay.id("6"), "NOWHERE1", "1", "5.00")));

        List<String> found = new ArrayList<>();
        PaperConsents.list(office, stay)
                .path("due")
                .forEach(due -> found.add(due.path("item").asText() + " " + due.path("reasons")));

        assertThat(found)
                .containsExactly(
                        "NEG001 [\"first-share\",\"restricted\"]",
                        "ALB001 [\"restricted\"]",
                        "BED002 [\"over-limit\"]",
                        "GLV001 [\"self-paid\"]",
                        "NOWHERE1 [\"self-paid\"]");
    }

    @Test
    void whatIsTakenBackNeedsNoConsentAndWhatGoesBeyondAFormIsDueAgain() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "GLV001", "3", "46.00")));
        accepted(stay.charges(credit(stay.id("2"), stay.id("1"), "GLV001", "2", "46.00")));
        assertThat(dueAmount()).isEqualTo("46.00");
        PaperConsents.signAll(stay);
        assertThat(flags()).doesNotContain("CONSENT");

        accepted(stay.charges(charge(stay.id("3"), "GLV001", "2", "46.00")));
        assertThat(dueAmount()).isEqualTo("92.00");
        assertThat(flags()).contains("CONSENT_MISSING");

        accepted(stay.charges(credit(stay.id("4"), stay.id("3"), "GLV001", "2", "46.00")));
        assertThat(dueAmount()).isEqualTo("0.00");
        assertThat(flags()).doesNotContain("CONSENT");
    }

    @Test
    void aStrangerWhoPaysAllAnywayIsNotStopped() throws Exception {
        HisStay stranger = new HisStay(Person.stranger());
        accepted(stranger.admit());
        clerk.awaitMembership(stranger.visit(), "REFUSED");

        accepted(stranger.charges(charge(stranger.id("1"), "OWN001", "1", "268.00")));

        assertThat(clerk.visit(stranger.visit()).path("flags").toString()).doesNotContain("CONSENT");
    }

    @Test
    void aFormWithSomethingBlankOrByTheWrongPersonIsRefused() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "OWN001", "2", "268.00")));

        refused(PaperConsents.prepare(office, stay, "OWN001", "2", "268", " "), 400, "YB-6002");
        refused(PaperConsents.prepare(office, stay, "OWN001", "0", "268", "病情需要"), 400, "YB-6002");
        refused(PaperConsents.prepare(office, stay, "NUR000", "1", "120", "病情需要"), 409, "YB-6004");
        refused(PaperConsents.prepare(clerk, stay, "OWN001", "2", "268", "病情需要"), 403, "YB-4001");
        JsonNode due = PaperConsents.list(office, stay).path("due").get(0);
        String form = PaperConsents.prepared(office, stay, due, "2");
        assertThat(form).isEqualTo(stay.visit() + "-ZQ1");
        refused(PaperConsents.prepare(office, stay, "OWN001", "1", "268", "病情需要"), 409, "YB-6003");

        refused(
                PaperConsents.paper(office, stay, form, "<html>".repeat(50).getBytes(StandardCharsets.UTF_8)),
                400,
                "YB-6002");
        refused(PaperConsents.paper(office, stay, form + "9", PaperConsents.SCAN), 404, "YB-6001");
        refused(PaperConsents.paper(clerk, stay, form, PaperConsents.SCAN), 403, "YB-4001");
        assertThat(PaperConsents.paper(office, stay, form, PaperConsents.SCAN).status())
                .isEqualTo(204);
        refused(PaperConsents.paper(office, stay, form, PaperConsents.SCAN), 409, "YB-6003");
    }

    @Test
    void nothingOfAFormCanBeChangedNotEvenPastTheServer() throws Exception {
        accepted(stay.charges(charge(stay.id("1"), "OWN001", "1", "268.00")));
        PaperConsents.signAll(stay);
        String id = OfficeDatabase.value("select id from consent where number = ?", stay.visit() + "-ZQ1");

        for (String change : List.of(
                "update consent set quantity = 9 where id = " + id,
                "delete from consent where id = " + id,
                "update consent_event set by_user = 'x' where consent_id = " + id,
                "delete from consent_document where consent_id = " + id)) {
            assertThatThrownBy(() -> OfficeDatabase.execute(change)).hasMessageContaining("append-only");
        }
        assertThat(OfficeDatabase.rows(
                        "select state, by_user from consent_event where consent_id = ?::bigint order by id", id))
                .containsExactly("DUE|office", "PAPER|office");
        assertThat(OfficeDatabase.rows(
                        "select kind, sha256 = encode(sha256(content), 'hex') from consent_document"
                                + " where consent_id = ?::bigint order by kind",
                        id))
                .containsExactly("FORM|t", "SCAN|t");
    }

    private String dueAmount() throws Exception {
        return PaperConsents.list(office, stay).path("due_amount").asText();
    }

    private String flags() throws Exception {
        return clerk.visit(stay.visit()).path("flags").toString();
    }

    private static void refused(Answer answer, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private static void accepted(String message) throws IOException {
        assertThat(HisLine.send(message).code()).isEqualTo("AA");
    }
}
