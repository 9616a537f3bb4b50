package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.ServerTest;

/**
 * Every role and none at every door, pages and interfaces. The doors come from the code, the pages and the facade's
 * CapabilityStatement: a new one for which nobody has decided who may use it fails here.
 */
class EveryDoorIT extends ServerTest {

    /** The demonstration's users, each with one role. */
    static final Map<String, String> USER_OF = Map.of(
            "ward-doctor", "ward",
            "insurance-officer", "office",
            "billing-clerk", "billing",
            "cashier", "cashier",
            "administrator", "admin",
            "auditor", "auditor",
            "his-system", "his");

    @Test
    void everyDoorHasItsRuleAndEveryRuleItsDoor() throws Exception {
        Collection<String> doors = new TreeSet<>(Routes.declared());
        doors.addAll(facade());

        assertThat(doors).containsExactlyInAnyOrderElementsOf(WhoMay.decided().keySet());
    }

    @Test
    void everyRoleIsLetInWhereItMayGoAndNowhereElse() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, Visitor> visitor : visitors().entrySet()) {
            for (Map.Entry<String, Set<String>> rule : WhoMay.decided().entrySet()) {
                String[] door = rule.getKey().split(" ");
                boolean may =
                        rule.getValue().contains(WhoMay.ALL) || rule.getValue().contains(visitor.getKey());
                softly.assertThat(visitor.getValue().isLetIn(door[0], concrete(door[1])))
                        .as("%s at %s", visitor.getKey(), rule.getKey())
                        .isEqualTo(may);
            }
        }
        softly.assertAll();
    }

    private static Map<String, Visitor> visitors() throws Exception {
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        visitors.put("nobody", Visitor.nobody());
        for (Map.Entry<String, String> user : USER_OF.entrySet()) {
            visitors.put(user.getKey(), Visitor.as(user.getValue()));
        }
        return visitors;
    }

    private static Collection<String> facade() throws Exception {
        JsonNode statement = OfficeClient.asNobody().get("/fhir/metadata").json();
        Collection<String> doors = new TreeSet<>(Set.of("GET /fhir/metadata", "POST /fhir"));
        for (JsonNode resource : statement.at("/rest/0/resource")) {
            for (JsonNode interaction : resource.path("interaction")) {
                doors.add(door(
                        resource.path("type").asText(), interaction.path("code").asText()));
            }
        }
        return doors;
    }

    private static String door(String type, String interaction) {
        return switch (interaction) {
            case "read" -> "GET /fhir/" + type + "/{id}";
            case "search-type" -> "GET /fhir/" + type;
            case "create" -> "POST /fhir/" + type;
            case "update" -> "PUT /fhir/" + type + "/{id}";
            case "delete" -> "DELETE /fhir/" + type + "/{id}";
            default -> "GET /fhir/" + type + "/" + interaction;
        };
    }

    /** A path with something that is not there in place of each parameter. */
    private static String concrete(String path) {
        return path.replaceAll("\\{\\w+:(\\w+)\\|[^}]*}", "$1").replaceAll("\\{[^}]*}", "0");
    }
}
