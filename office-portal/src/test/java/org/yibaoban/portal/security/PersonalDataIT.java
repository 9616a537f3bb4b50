package org.yibaoban.portal.security;

import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.PaperConsents;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.security.Exports.Shown;
import org.yibaoban.portal.security.PersonalDataRules.Rule;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/**
 * Every role at every door that answers and at every download of every page, with people in the books whose name,
 * identity number, telephone and address are nobody else's: what stands in clear there is what {@code personal-data.txt}
 * allows, no less and no more.
 */
class PersonalDataIT extends ServerTest {

    private static final String REASON = "核对医保局名单";
    private static final String CLEAR = "export-clear";
    private static final int SHOWN_OF_A_KIND = 3;

    private static MarkedPerson marked;
    private static HisStay settled;
    private static HisStay lying;
    private static String form;
    private static String receipt;
    private static String message;
    private static String load;
    private static Instant begun;
    private static String trailBefore;

    private final Map<String, Set<String>> seen = new HashMap<>();
    private final SoftAssertions softly = new SoftAssertions();

    @BeforeEach
    void peopleInTheBooks() throws Exception {
        if (marked != null) {
            return;
        }
        begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        trailBefore = OfficeDatabase.value("select number::text from trail_head");
        marked = new MarkedPerson();
        settled = admitted(marked.another());
        accepted(settled.charges(charge(settled.id("1"), "NUR000", "20", "120.00")));
        accepted(settled.discharge());
        OfficeClient.as("billing")
                .awaitVisit(
                        settled.visit(),
                        state -> !OfficeClient.membership(state).equals("PENDING"));
        SettledStay.settle(settled);
        HisStay waiting = admitted(marked.another());
        accepted(waiting.charges(charge(waiting.id("1"), "OWN001", "2", "268.00")));
        accepted(waiting.discharge());
        admitted(marked.stranger());
        lying = admitted(marked.another());
        accepted(lying.charges(charge(lying.id("1"), "OWN001", "2", "268.00")));
        message = OfficeDatabase.value("select min(id)::text from raw_message where visit_number = ?", settled.visit());
        OfficeClient office = OfficeClient.as("office");
        form = PaperConsents.prepared(
                office, lying, PaperConsents.list(office, lying).path("due").get(0), "5");
        PaperConsents.paper(office, lying, form, PaperConsents.SCAN);
        OfficeClient.as("cashier")
                .post(
                        "/api/cashier/visits/" + lying.visit() + "/deposits",
                        "{\"seen\": 0, \"parts\": {\"CASH\": \"100.00\"}}");
        receipt = OfficeClient.as("cashier")
                .get("/api/cashier/visits/" + lying.visit())
                .json()
                .at("/receipts/0/number")
                .asText();
        load = rejectedLoad(office);
        OfficeDatabase.execute(
                "insert into complaint (channel, complainant, contact, visit_number, department, text, taken_by, taken_at,"
                        + " assigned_to) values ('PHONE', ?, ?, ?, '0304', '费用说明不清', 'office', now(), '')",
                lying.person().name(),
                MarkedPerson.PHONE,
                lying.visit());
        OfficeClient.as("billing").ask(settled.visit(), "reversal", "重新结算");
        TrailIT.await("select count(*) from trail where deed = 'consent insert' and subjects = ?", lying.visit());
    }

    private static HisStay admitted(Person person) throws Exception {
        HisStay stay = new HisStay(person);
        accepted(MarkedPerson.told(stay.admit()));
        return stay;
    }

    /** Rows that are not taken, one of them shifted by a column, so that a number stands where a time should. */
    private static String rejectedLoad(OfficeClient office) throws Exception {
        String person = lying.person().name() + ",";
        String rows = "住院号,患者编号,姓名,证件号码,性别,就诊类型,入院时间,科室代码,病区代码\n"
                + lying.visit() + "R1,P1," + person + lying.person().identityNumber()
                + ",不明,住院,2026/11/20 8:30,0304,W0304A\n"
                + lying.visit() + "R2,P2," + person + ",男,住院," + lying.person().identityNumber() + ",0304,W0304A\n"
                + lying.visit() + "R3,P3," + person + ",男,住院," + MarkedPerson.PHONE + ",0304,W0304A\n";
        String id = office.upload(
                        "/api/tabular/loads?file=test.csv&map=his/visits", rows.getBytes(StandardCharsets.UTF_8))
                .json()
                .path("id")
                .asText();
        TrailIT.await("select count(*) from tabular_load where state in ('CHECKED', 'FAILED') and id::text = ?", id);
        return id;
    }

    @Test
    void whatStandsInClearIsWhatTheRulesAllow() throws Exception {
        for (Map.Entry<String, String> user : users().entrySet()) {
            Visitor visitor = Visitor.as(user.getValue());
            for (Map.Entry<String, Set<String>> door : WhoMay.decided().entrySet()) {
                if (door.getKey().startsWith("GET ") && mayEnter(user.getKey(), door.getValue())) {
                    walk(visitor, user.getKey(), door.getKey());
                }
            }
        }
        for (Map.Entry<String, Rule> rule : PersonalDataRules.decided().entrySet()) {
            Set<String> found = seen.get(rule.getKey());
            if (rule.getValue().walked()) {
                softly.assertThat(found)
                        .as("%s was reached and answered", rule.getKey())
                        .isNotNull();
            }
            if (found != null) {
                softly.assertThat(found)
                        .as("what the rule of %s allows is there", rule.getKey())
                        .containsAll(rule.getValue().sure());
            }
        }
        softly.assertAll();
        TrailIT.await(
                "select count(*) from trail where deed = 'read clear' and who = 'supervisor' and why = ?", REASON);
    }

    private static Map<String, String> users() {
        Map<String, String> users = new LinkedHashMap<>(EveryDoorIT.USER_OF);
        users.put("supervisor", "supervisor");
        return users;
    }

    private static boolean mayEnter(String role, Set<String> roles) {
        return roles.contains(WhoMay.ALL) || roles.contains(role.equals("supervisor") ? "insurance-officer" : role);
    }

    private void walk(Visitor visitor, String role, String door) throws Exception {
        for (String address : addresses(visitor, door.substring("GET ".length()))) {
            HttpResponse<byte[]> answer = visitor.fetch(address);
            if (answer.statusCode() == 200) {
                hold(door, role, answer);
                if (door.endsWith(".xhtml")) {
                    download(visitor, role, address, new String(answer.body(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void download(Visitor visitor, String role, String address, String html) throws Exception {
        for (Shown shown : Exports.on(html, Exports.declared())) {
            Map<String, String> fields = Exports.fields(html, shown.form());
            fields.put(shown.form(), shown.form());
            fields.put(shown.button(), shown.button());
            fields.put("jakarta.faces.ViewState", Exports.viewState(html));
            if (shown.name().endsWith(CLEAR)) {
                fields.put(shown.button().replace(CLEAR, "clear-reason"), REASON);
            }
            HttpResponse<byte[]> file = visitor.press(address, fields);
            softly.assertThat(file.headers().firstValue("Content-Disposition"))
                    .as("the file of %s at %s for %s", shown.name(), address, role)
                    .isPresent();
            hold("EXPORT " + shown.name(), role, file);
        }
    }

    private void hold(String place, String role, HttpResponse<byte[]> answer) throws Exception {
        Rule rule = PersonalDataRules.decided().getOrDefault(place, new Rule(Set.of(), Set.of(), true));
        Set<String> found = marked.in(answer);
        seen.computeIfAbsent(place, key -> new TreeSet<>()).addAll(found);
        softly.assertThat(found.stream().filter(kind -> !rule.allows(kind, role)))
                .as("in clear at %s for %s, %s", place, role, answer.uri())
                .isEmpty();
    }

    /** Where a door has something of the people in the books. */
    private static List<String> addresses(Visitor visitor, String path) throws Exception {
        if (path.startsWith("/fhir/") && !path.equals("/fhir/metadata")) {
            return resources(visitor, path);
        }
        String number = switch (path) {
            case "/cashier/receipt" -> receipt;
            default -> form;
        };
        List<String> addresses = new ArrayList<>();
        if (path.endsWith(".xhtml")) {
            addresses.add(path);
        }
        LocalDate settledOn = LocalDate.now(HisStay.ZONE);
        for (HisStay stay : List.of(settled, lying)) {
            addresses.add(
                    path.replace("{number}", stay.visit()).replace("{id}", load).replaceAll("\\{[^}]*}", "0")
                            + "?visit=" + stay.visit() + "&number=" + number + "&load=" + load + "&day="
                            + LocalDate.now(HisStay.ZONE)
                            + (path.equals("/message.xhtml") ? "&id=" + message : "")
                            + (path.equals("/ward/bills") ? "&department=0304" : "")
                            + (path.startsWith("/api/what-if")
                                    ? "&plan=hecheng-employee&from=" + settledOn.minusDays(1) + "&to=" + settledOn
                                    : ""));
        }
        return addresses;
    }

    private static List<String> resources(Visitor visitor, String path) throws Exception {
        String type = path.split("/")[2];
        String search = "/fhir/" + type
                + (type.equals("AuditEvent")
                        ? "?_count=500&_after=" + trailBefore
                        : "?_count=500&_lastUpdated=ge" + begun);
        if (!path.endsWith("{id}")) {
            return List.of(search);
        }
        HttpResponse<byte[]> answer = visitor.fetch(search);
        List<String> addresses = new ArrayList<>();
        if (answer.statusCode() == 200) {
            for (JsonNode entry : OfficeClient.read(new String(answer.body(), StandardCharsets.UTF_8))
                    .path("entry")) {
                if (entry.at("/resource/resourceType").asText().equals(type) && addresses.size() < SHOWN_OF_A_KIND) {
                    addresses.add(
                            "/fhir/" + type + "/" + entry.at("/resource/id").asText());
                }
            }
        }
        return addresses;
    }
}
