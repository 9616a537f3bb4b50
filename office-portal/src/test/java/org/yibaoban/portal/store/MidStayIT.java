package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.portal.his.DividedStay.ago;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.DividedStay;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** A stay that goes on is settled in parts, here and at the payer: one deductible, one stay of the year, each line once. */
class MidStayIT extends ServerTest {

    private final OfficeClient clerk = OfficeClient.as("billing");
    private final OfficeClient officer = OfficeClient.as("office");

    @Test
    void threePartsAreOneStayOfTheYearWithOneDeductible() throws Exception {
        Person person = Person.retired();
        HisStay whole = SettledStay.of(Person.retired());
        String deductible =
                clerk.visit(whole.visit()).at("/claim/amounts/deductible").asText();
        HisStay stay = DividedStay.open(person);

        JsonNode first = DividedStay.settle(stay, ago(5));
        assertThat(first.at("/claim/state").asText()).as(first.toString()).isEqualTo("SETTLED");
        assertThat(first.at("/claim/part/number").asInt()).isEqualTo(1);
        assertThat(first.at("/claim/part/mid_setl_flag").asInt()).isEqualTo(1);
        assertThat(first.at("/claim/amounts/total").asText()).isEqualTo("2400.00");
        assertThat(first.at("/claim/amounts/deductible").asText()).isEqualTo(deductible);
        assertThat(first.path("status").asText()).isEqualTo("ADMITTED");
        assertThat(Years.here(person)).startsWith("1|").isEqualTo(Years.atThePayer(person));

        accepted(stay.charges(5, charge(stay.id("late"), "NUR000", "1", "120.00")));
        JsonNode second = DividedStay.settle(stay, ago(2));
        assertThat(second.at("/claim/part/from").asText()).isEqualTo(ago(4).toString());
        assertThat(second.at("/claim/amounts/total").asText()).isEqualTo("1320.00");
        assertThat(second.at("/claim/amounts/deductible").asText()).isEqualTo("0.00");

        accepted(stay.charges(1, charge(stay.id("rest"), "NUR000", "5", "120.00")));
        JsonNode last = DividedStay.end(stay);
        assertThat(last.at("/claim/state").asText()).as(last.toString()).isEqualTo("SETTLED");
        assertThat(last.at("/claim/part/mid_setl_flag").asInt()).isZero();
        assertThat(last.at("/claim/amounts/total").asText()).isEqualTo("600.00");
        assertThat(last.path("claims")).hasSize(3);
        assertThat(Years.here(person)).startsWith("1|").isEqualTo(Years.atThePayer(person));
        assertThat(Years.kinds(person)).containsExactly("SETTLED", "SETTLED", "SETTLED");
        assertThat(answered(stay, "TOTAL")).isEqualByComparingTo("4320.00");
        assertThat(answered(stay, "DEDUCTIBLE")).isEqualByComparingTo(deductible);
        clerk.awaitVisit(stay.visit(), state -> settledTotal(stay).equals("4320.00"));
    }

    /** As the indicators count it, which follow within a moment. */
    private static String settledTotal(HisStay stay) {
        try {
            return OfficeDatabase.value(
                    "select settled_total from indicator_visit i join visit v on v.id = i.visit_id where v.number = ?",
                    stay.visit());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static BigDecimal answered(HisStay stay, String field) throws SQLException {
        return new BigDecimal(OfficeDatabase.value(
                "select sum(a.amount) from claim c join visit v on v.id = c.visit_id join claim_answer a on a.claim_id = c.id"
                        + " where v.number = ? and c.state = 'SETTLED' and a.field = ?",
                stay.visit(),
                field));
    }

    @Test
    void thePartsAreTakenBackFromTheLastOneAndTheYearIsAsBefore() throws Exception {
        Person person = Person.retired();
        HisStay stay = DividedStay.open(person);
        String one = DividedStay.settle(stay, ago(5)).at("/claim/identifier").asText();
        String two = DividedStay.settle(stay, ago(3)).at("/claim/identifier").asText();

        DividedStay.reverse(stay);
        assertThat(state(two)).isEqualTo("REVERSED");
        assertThat(state(one)).isEqualTo("SETTLED");
        assertThat(Years.here(person)).startsWith("1|").isEqualTo(Years.atThePayer(person));
        DividedStay.reverse(stay);
        assertThat(state(one)).isEqualTo("REVERSED");
        assertThat(Years.here(person)).isEqualTo("0|0.00|0.00|0.00").isEqualTo(Years.atThePayer(person));

        JsonNode whole = DividedStay.end(stay);
        assertThat(whole.at("/claim/amounts/total").asText()).isEqualTo("3600.00");
        assertThat(whole.at("/claim/part").isNull()).isTrue();
        assertThat(Years.here(person)).startsWith("1|").isEqualTo(Years.atThePayer(person));
    }

    private static String state(String identifier) throws SQLException {
        return OfficeDatabase.value("select state from claim where identifier = ?", identifier);
    }

    @Test
    void theStayGoesOnWhileAPartWaitsForThePayer() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        officer.post("/api/payer/stop", "{\"reason\": \"测试\"}");
        try {
            assertThat(clerk.part(stay.visit(), ago(4)).status()).isEqualTo(202);
            accepted(stay.charges(4, charge(stay.id("late"), "NUR000", "1", "120.00")));
            refused(clerk.part(stay.visit(), ago(3)), "YB-3001");
            accepted(stay.discharge());
            refused(clerk.claim(stay.visit()), "YB-3001");
        } finally {
            officer.post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
        }
        JsonNode part = clerk.awaitClaim(stay.visit(), "SETTLED");
        assertThat(part.at("/claim/amounts/total").asText()).isEqualTo("3600.00");
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
        JsonNode last = clerk.awaitVisit(
                stay.visit(),
                state -> state.at("/claim/part/number").asInt() == 2
                        && OfficeClient.claim(state).equals("SETTLED"));
        assertThat(last.at("/claim/amounts/total").asText()).isEqualTo("120.00");
        assertThat(HisLine.send(stay.charges(charge(stay.id("after"), "NUR000", "1", "120.00")))
                        .reasonCode())
                .isEqualTo("YB-1004");
    }

    @Test
    void aStayThatItsPartsSettledWhollyIsClosedWithoutAClaimAndOpensAgain() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        DividedStay.settle(stay, ago(1));
        DividedStay.end(stay);
        assertThat(claimState(stay)).isEqualTo("SETTLED");
        assertThat(clerk.visit(stay.visit()).path("claims")).hasSize(1);

        accepted(stay.cancelDischarge());
        accepted(stay.charges(charge(stay.id("more"), "NUR000", "1", "120.00")));
        JsonNode last = DividedStay.end(stay);
        assertThat(last.at("/claim/amounts/total").asText()).isEqualTo("120.00");
        assertThat(claimState(stay)).isEqualTo("SETTLED");
    }

    private static String claimState(HisStay stay) throws SQLException {
        return OfficeDatabase.value("select claim_state from visit where number = ?", stay.visit());
    }

    @Test
    void whatCannotBeSettledInPartIsRefusedWithItsReason() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        String asked = asked(stay);
        refused(clerk.part(stay.visit(), ago(0)), "YB-3222");
        refused(clerk.part(stay.visit(), ago(7)), "YB-3222");
        assertThat(asked(stay))
                .as("nobody is asked how the person was insured on such a day")
                .isEqualTo(asked);
        DividedStay.settle(stay, ago(4));
        refused(clerk.part(stay.visit(), ago(4)), "YB-3222");
        refused(clerk.part(stay.visit(), ago(3)), "YB-3223");
        assertThat(HisLine.send(stay.cancelAdmission()).reasonCode()).isEqualTo("YB-1004");
        accepted(stay.charges(3, credit(stay.id("back"), stay.id("day4"), "NUR000", "1", "120.00")));
        refused(clerk.part(stay.visit(), ago(2)), "YB-3224");
        accepted(stay.discharge());
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        refused(clerk.part(stay.visit(), ago(2)), "YB-3221");
        refused(clerk.claim(stay.visit()), "YB-3224");
        Answer wrong = clerk.post("/api/visits/" + stay.visit() + "/claim/part", "{}");
        assertThat(wrong.status()).isEqualTo(400);
    }

    private static String asked(HisStay stay) throws SQLException {
        return OfficeDatabase.value(
                "select count(*) from payer_exchange e join visit v on v.id = e.visit_id where v.number = ?",
                stay.visit());
    }

    @Test
    void aStayThatEndedBeforeItsSettledDaysIsNotSettledUntilThePartIsTakenBack() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        DividedStay.settle(stay, ago(2));
        accepted(stay.discharge(HisStay.now().minusDays(3)));
        clerk.awaitMembership(stay.visit(), "VERIFIED");
        refused(clerk.claim(stay.visit()), "YB-3225");
        assertThat(DividedStay.reverse(stay).at("/claim/state").asText()).isEqualTo("REVERSED");
        assertThat(clerk.claim(stay.visit()).status()).isEqualTo(202);
    }

    @Test
    void theDatabaseHoldsALineInOnePartAndOneClaimUnderWay() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        DividedStay.settle(stay, ago(4));
        String copy =
                "insert into claim_part_line select line_id, claim_id from claim_part_line p join claim c on c.id ="
                        + " p.claim_id join visit v on v.id = c.visit_id where v.number = ?";
        assertThatThrownBy(() -> OfficeDatabase.execute(copy, stay.visit())).isInstanceOf(SQLException.class);
    }

    @Test
    void theSelfPayingAreSettledInPartsHereAlone() throws Exception {
        HisStay stay = DividedStay.open(Person.stranger());
        DividedStay.settle(stay, ago(5));
        JsonNode last = DividedStay.end(stay);
        assertThat(last.at("/claim/amounts/personal").asText()).isEqualTo("1200.00");
        assertThat(answered(stay, "PERSONAL")).isEqualByComparingTo("3600.00");
    }

    @Test
    void theCashierTakesTheShareOfEachPartAndKeepsTheDepositWhileTheStayGoesOn() throws Exception {
        HisStay stay = DividedStay.open(Person.stranger());
        take(stay, "deposits", 0, "CASH", "3000.00", 200);
        DividedStay.settle(stay, ago(6));
        take(stay, "refunds", 1, "CASH", "1.00", 409);
        take(stay, "payments", 1, "DEPOSIT", "1200.00", 200);
        take(stay, "refunds", 2, "CASH", "1.00", 409);
        take(stay, "deposits", 2, "CASH", "100.00", 200);

        DividedStay.settle(stay, ago(5));
        DividedStay.end(stay);
        JsonNode money = OfficeClient.as("cashier")
                .get("/api/cashier/visits/" + stay.visit())
                .json();
        assertThat(money.path("owed").asText()).as("of the second part").isEqualTo("1200.00");
        take(stay, "payments", 3, "DEPOSIT", "1200.00", 200);
        take(stay, "payments", 4, "CASH", "500.00", 200);
        take(stay, "payments", 5, "DEPOSIT", "700.00", 200);
        money = OfficeClient.as("cashier")
                .get("/api/cashier/visits/" + stay.visit())
                .json();
        assertThat(money.path("owed").asText()).isEqualTo("0.00");
        assertThat(money.path("depositLeft").asText()).isEqualTo("0.00");
        assertThat(OfficeDatabase.rows(
                        "select sum(r.amount) from receipt r join visit v on v.id = r.visit_id join claim c on c.id = r.claim_id"
                                + " where v.number = ? group by c.part order by c.part",
                        stay.visit()))
                .containsExactly("1200.00", "1200.00", "1200.00");
    }

    private static void take(HisStay stay, String deed, int seen, String method, String amount, int status)
            throws Exception {
        Answer answer = OfficeClient.as("cashier")
                .post(
                        "/api/cashier/visits/" + stay.visit() + "/" + deed,
                        "{\"seen\": %d, \"parts\": {\"%s\": \"%s\"}}".formatted(seen, method, amount));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private static void refused(Answer answer, String code) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo(code);
    }
}
