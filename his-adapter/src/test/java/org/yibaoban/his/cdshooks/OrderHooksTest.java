package org.yibaoban.his.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.his.cdshooks.HookRequests.drug;
import static org.yibaoban.his.cdshooks.HookRequests.request;
import static org.yibaoban.his.cdshooks.HookRequests.select;
import static org.yibaoban.his.cdshooks.HookRequests.sign;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.Severity;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.order.AnswerId;
import org.yibaoban.office.order.CardLedger.Kind;
import org.yibaoban.office.order.OrderAdvice;
import org.yibaoban.office.order.OrderedItem;
import org.yibaoban.office.order.OrderedItem.ItemCode;
import org.yibaoban.office.order.OrderedItem.Owner;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/** What the order hooks read, whom they ask, and what they answer. */
class OrderHooksTest {

    private final MemoryOffice office = new MemoryOffice();
    private final Map<String, String> server = new HashMap<>();
    private final List<String> fetched = new ArrayList<>();
    private final CdsServices services = new CdsServices(
            office,
            office,
            (base, token, path) -> {
                fetched.add(path);
                return Optional.ofNullable(server.get(path)).map(HookRequests::json);
            },
            Set.of("urn:our-items"),
            "https://office.example",
            Clock.systemUTC());

    @Test
    void signingAdvisesOnDraftsAndOnNothingThatWasSignedBefore() {
        answer(sign(
                "",
                drug("1", "A"),
                drug("2", "B", "'status':'active'"),
                drug("3", "B", "'status':'cancelled'"),
                drug("4", "B", "'status':'draft','doNotPerform':true"),
                drug("5", "R", "'intent':'order'")));

        assertThat(names()).containsExactly("A", "R");
    }

    @Test
    void onlySignedOrdersAreNothingNew() {
        assertThat(answer(sign("", drug("1", "C", "'status':'active'"))).getJsonArray("cards"))
                .isEmpty();
        assertThat(office.asked).isEmpty();
    }

    @Test
    void selectingAdvisesOnTheSelectionsAlone() {
        JsonObject answer = services.call(
                "yibaoban-order-select",
                select("['MedicationRequest/2','MedicationRequest/9']", drug("1", "C"), drug("2", "A")));

        assertThat(names()).containsExactly("A");
        assertThat(answer.toString()).contains("MedicationRequest/9").contains("所选医嘱未随请求发送");
    }

    @Test
    void ofSeveralCodingsTheHospitalsOwnComesFirstAndAForeignOneIsNeverOurs() {
        answer(sign(
                "",
                "{'resourceType':'ServiceRequest','id':'1','code':{'coding':["
                        + "{'system':'http://snomed.info/sct','code':'A','display':'sct'},"
                        + "{'code':'B'},{'system':'" + Codings.NATIONAL_ITEM + "','code':'N'},"
                        + "{'system':'urn:our-items','code':'R','display':'ours'}]}}"));

        assertThat(office.items.get(0).codes())
                .containsExactly(
                        new ItemCode(Owner.HOSPITAL, "R"),
                        new ItemCode(Owner.NATIONAL, "N"),
                        new ItemCode(Owner.HOSPITAL, "B"),
                        new ItemCode(Owner.OTHER, "A"));
        assertThat(office.items.get(0).name()).isEqualTo("ours");
    }

    @Test
    void theDispensedQuantityCountsWithItsUnitNeverTheDose() {
        answer(sign(
                "",
                drug(
                        "1",
                        "A",
                        "'dosageInstruction':[{'doseAndRate':[{'doseQuantity':{'value':99}}]}],"
                                + "'dispenseRequest':{'quantity':{'value':28,'unit':'片'}}"),
                "{'resourceType':'ServiceRequest','id':'2','code':{'text':'x'},'quantityQuantity':{'value':3,'code':'1'}}",
                "{'resourceType':'ServiceRequest','id':'3','code':{'text':'y'},'quantityRange':{'low':{'value':3}}}"));

        assertThat(office.items.get(0).quantity()).isEqualByComparingTo("28");
        assertThat(office.items.get(0).unit()).contains("片");
        assertThat(office.items.get(1).quantity()).isEqualByComparingTo("3");
        assertThat(office.items.get(1).unit()).isEmpty();
        assertThat(office.items.get(2).unit()).isPresent();
    }

    @Test
    void everyPartOfADietIsAnItem() {
        answer(
                sign(
                        "",
                        "{'resourceType':'NutritionOrder','id':'1','status':'draft',"
                                + "'oralDiet':{'type':[{'text':'软食'},{'text':'低盐'}]},"
                                + "'supplement':[{'type':{'text':'蛋白粉'}}],'enteralFormula':{'baseFormulaType':{'text':'整蛋白'}}}"));

        assertThat(names()).containsExactly("软食", "低盐", "蛋白粉", "整蛋白");
    }

    @Test
    void aReferenceIsFollowedToWhatIsContainedAmongTheOrdersOrPrefetched() {
        String medication = "'code':{'coding':[{'system':'" + Codings.HOSPITAL_ITEM + "','code':'%s'}]}}";
        String contained = "{'resourceType':'Medication','id':'m0'," + medication.formatted("A");
        answer(sign(
                ",'prefetch':{'medication':{'resourceType':'Bundle','entry':[{'resource':"
                        + "{'resourceType':'Medication','id':'m2'," + medication.formatted("R") + "}]}}",
                refers("1", "#m0", "'contained':[" + contained + "],"),
                refers("2", "Medication/m1", ""),
                "{'resourceType':'Medication','id':'m1'," + medication.formatted("B"),
                refers("3", "Medication/m2", "")));

        assertThat(office.items).extracting(item -> item.codes().get(0).code()).containsExactly("A", "B", "R");
        assertThat(fetched).isEmpty();
    }

    @Test
    void whatTheClientDidNotSendIsReadFromItsServer() {
        server.put("Medication/m9", "{'resourceType':'Medication','id':'m9','code':{'text':'九'}}");

        answer(sign(server(), refers("1", "Medication/m9", "")));

        assertThat(names()).containsExactly("九");
    }

    @Test
    void whatCannotBeHadIsToldOrRefusedWhereNothingElseCanBeSaid() {
        assertThat(answer(sign("", refers("1", "Medication/m9", ""), drug("2", "A")))
                        .toString())
                .contains("所引用的药品或器械取不到");
        assertThatThrownBy(() -> answer(sign("", refers("1", "Medication/m9", ""))))
                .isInstanceOfSatisfying(
                        HookFault.class, fault -> assertThat(fault.status()).isEqualTo(412));
    }

    @Test
    void aReferenceToAnotherServerIsNotFollowed() {
        server.put("Medication/m9", "{'resourceType':'Medication','id':'m9','code':{'text':'九'}}");

        assertThatThrownBy(() -> answer(sign(server(), refers("1", "https://elsewhere.example/Medication/m9", ""))))
                .isInstanceOf(HookFault.class);
        assertThat(fetched).isEmpty();
    }

    @Test
    void nobodyIsAskedWhereTheOfficeKnowsTheVisit() {
        answer(sign(server(), drug("1", "C")));

        assertThat(fetched).isEmpty();
        assertThat(office.asked).hasSize(1);
    }

    @Test
    void anUnknownVisitIsLookedUpByTheEncounterOnTheClientsServer() {
        server.put("Encounter/e7", encounter("e7", "V1"));

        JsonObject answer = answer(request("order-sign", "'encounterId':'e7',", server(), drug("1", "A")));

        assertThat(fetched).containsExactly("Encounter/e7");
        assertThat(answer.toString()).contains("累计 110.00 元");
    }

    @Test
    void anEncounterThatWasSentIsEnough() {
        answer(request(
                "order-sign",
                "'encounterId':'e7',",
                ",'prefetch':{'encounter':" + encounter("e7", "V1")
                        + ",'patient':{'resourceType':'OperationOutcome'},'coverage':null}",
                drug("1", "A")));

        assertThat(office.asked.get(0).visit()).contains(new VisitNumber("V1"));
        assertThat(fetched).isEmpty();
    }

    @Test
    void withoutAnEncounterThePatientIsNamedAndWithAForeignOneNobodyIsGuessed() {
        answer(request("order-sign", "", "", drug("1", "A")));
        answer(request("order-sign", "'encounterId':'" + "x".repeat(40) + "',", "", drug("1", "A")));

        assertThat(office.asked.get(0).visit()).isEmpty();
        assertThat(office.asked.get(0).patient()).hasToString("Optional[P1]");
        assertThat(office.asked.get(1).visit()).isEmpty();
        assertThat(office.asked.get(1).patient()).isEmpty();
    }

    @Test
    void withoutAVisitTheCatalogueStillSpeaks() {
        String cards = answer(request("order-sign", "'encounterId':'V9',", "", drug("1", "C")))
                .toString();

        assertThat(cards).contains("丙类自费 10.00 元").contains("按目录价，就诊不明").contains("丙 C");
    }

    @Test
    void anAlternativeIsAnOrderOfItsOwnWithoutTheFirstDrugsDose() {
        JsonObject card = answer(sign(
                        "",
                        drug(
                                "1",
                                "C",
                                "'status':'draft','subject':{'reference':'Patient/P1'},'dosageInstruction':[{'text':'2 片'}],"
                                        + "'dispenseRequest':{'quantity':{'value':2}}")))
                .getJsonArray("cards")
                .getJsonObject(0);

        assertThat(card.getString("selectionBehavior")).isEqualTo("at-most-one");
        var actions = card.getJsonArray("suggestions").getJsonObject(0).getJsonArray("actions");
        assertThat(actions.getJsonObject(0).getString("resourceId")).isEqualTo("MedicationRequest/1");
        JsonObject created = actions.getJsonObject(1).getJsonObject("resource");
        assertThat(created.getJsonObject("medicationCodeableConcept")
                        .getJsonArray("coding")
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("A");
        assertThat(created.keySet())
                .contains("subject", "status")
                .doesNotContain("id", "dosageInstruction", "dispenseRequest");
    }

    @Test
    void whatTheAuditWouldFindIsACardOfItsOwnAndBlocksNothing() {
        office.found = Optional.of(items -> List.of(
                new OrderAdvice.Found(
                        AuditRule.DIAGNOSIS_LIMIT, Severity.STOP, List.of(items.get(0)), "无 I63", "no I63", "第 1 条"),
                new OrderAdvice.Found(AuditRule.SELF_PAY_SHARE, Severity.WARN, List.of(), "31%", "31 %", "第 2 条")));

        List<JsonObject> cards = cards(answer(sign("", drug("1", "A"))));

        JsonObject limit = cards.get(0);
        assertThat(limit.getString("summary")).contains("药品A：限适应症 / Limited to diagnoses");
        assertThat(limit.getString("indicator")).isEqualTo("warning");
        assertThat(limit.getString("detail")).contains("无 I63 / no I63", "拦截", "第 1 条");
        assertThat(limit.getJsonArray("overrideReasons")).isNotEmpty();
        assertThat(limit.toString()).contains("MedicationRequest/1");
        assertThat(cards)
                .anySatisfy(card -> {
                    assertThat(card.getString("summary")).isEqualTo("自费占比超标 / Too large a self-paid share");
                    assertThat(card.getString("indicator")).isEqualTo("info");
                })
                .noneMatch(card -> card.getString("indicator").equals("critical"));
        assertThat(office.given.get(0).cards().get(0).kind()).isEqualTo(Kind.AUDIT);
    }

    @Test
    void aCardAsksForConsentUntilAFormCoversTheOrder() {
        office.found = Optional.of(items -> List.of(new OrderAdvice.Found(
                AuditRule.NO_CONSENT, Severity.STOP, List.of(items.get(0)), "未签", "not signed", "第 15 条")));
        JsonObject asking = cards(answer(sign("", drug("1", "C")))).get(0);
        office.found = Optional.of(items -> List.of());
        JsonObject covered = cards(answer(sign("", drug("1", "C")))).stream()
                .filter(card -> card.getString("summary").contains("药品C"))
                .findFirst()
                .orElseThrow();

        assertThat(asking.getString("summary")).contains("，需签知情同意书");
        assertThat(asking.getJsonArray("links").getJsonObject(0).getString("url"))
                .isEqualTo("https://office.example/consent.xhtml?visit=V1&item=C&ordered=1");
        assertThat(covered.getString("summary")).contains("无需再签知情同意书");
        assertThat(covered).doesNotContainKey("links");
        assertThat(covered.getString("indicator")).isEqualTo("info");
    }

    private static List<JsonObject> cards(JsonObject answer) {
        return answer.getJsonArray("cards").getValuesAs(JsonObject.class);
    }

    @Test
    void coverageInformationIsWrittenOnlyForAClientThatAsksForItAndHasACoverage() {
        String coverage = ",'prefetch':{'coverage':{'resourceType':'Coverage','id':'c1'}}";
        String wish = ",'extension':{'davinci-crd.configuration':{'coverage-info':true,'unheard-of':7}}";

        assertThat(answer(sign(coverage, drug("1", "B")))).doesNotContainKey("systemActions");
        assertThat(answer(sign(wish, drug("1", "B")))).doesNotContainKey("systemActions");
        JsonObject update = answer(sign(coverage + wish, drug("1", "B")))
                .getJsonArray("systemActions")
                .getJsonObject(0);

        assertThat(update.getString("type")).isEqualTo("update");
        assertThat(update.getJsonObject("resource").getString("id")).isEqualTo("1");
        assertThat(update.toString()).contains(CoverageInformation.URL).contains("Coverage/c1");
    }

    @Test
    void ofSeveralCoveragesOnlyTheMembersOwnIsSpokenOfAndAPageIsNotTheWhole() {
        String wish = ",'extension':{'davinci-crd.configuration':{'coverage-info':true}}";
        String two = "{'resource':{'resourceType':'Coverage','id':'c1'}},"
                + "{'resource':{'resourceType':'Coverage','id':'c2','subscriberId':'%s'}}";
        String bundle = ",'prefetch':{'coverage':{'resourceType':'Bundle','entry':[" + two + "]%s}}";

        assertThat(answer(sign(wish + bundle.formatted("M1", ""), drug("1", "B")))
                        .toString())
                .contains("Coverage/c2");
        assertThat(answer(sign(wish + bundle.formatted("M2", ""), drug("1", "B"))))
                .doesNotContainKey("systemActions");
        assertThat(answer(
                        sign(wish + bundle.formatted("M1", ",'link':[{'relation':'next','url':'x'}]"), drug("1", "B"))))
                .doesNotContainKey("systemActions");
    }

    @Test
    void costsAndTheNumberOfCardsAreTheClientsChoice() {
        String wish = ",'extension':{'davinci-crd.configuration':{'cost':false,'max-cards':1,"
                + "'therapy-alternatives-opt':false}}";

        JsonObject answer = answer(sign(wish, drug("1", "C"), drug("2", "R")));

        assertThat(answer.getJsonArray("cards")).hasSize(1);
        assertThat(answer.toString())
                .contains("药品C")
                .doesNotContain("suggestions")
                .doesNotContain("累计");
    }

    @Test
    void cardsAreRememberedUnderTheIdsThatTheyWereGivenWith() {
        JsonObject card = answer(sign("", drug("1", "C"))).getJsonArray("cards").getJsonObject(0);
        UUID id = UUID.fromString(card.getString("uuid"));

        var answer = office.given.get(0);
        assertThat(AnswerId.of(id)).isEqualTo(answer.id());
        assertThat(answer.user()).isEqualTo("Practitioner/D1");
        assertThat(answer.visit()).contains(new VisitNumber("V1"));
        assertThat(answer.cards().get(AnswerId.cardOf(id)).kind()).isEqualTo(Kind.ITEM);
        assertThat(answer.cards().get(AnswerId.cardOf(id)).itemCode()).isEqualTo("C");
        assertThat(answer.cards().get(AnswerId.cardOf(id)).suggested()).containsExactly("A");
    }

    @Test
    void aFaultOfTheOfficeNeverBlocksAnOrder() {
        office.forgetful = true;
        assertThat(answer(sign("", drug("1", "C"))).getJsonArray("cards")).isNotEmpty();

        office.failure = Optional.of(new IllegalStateException("broken"));
        assertThat(answer(sign("", drug("1", "C"))).getJsonArray("cards")).isEmpty();
    }

    @Test
    void criticalIsKeptForAnotherPatientAndAVoidVisit() {
        office.status = VisitStatus.CANCELLED;
        assertThat(indicators(answer(sign("", drug("1", "A"))))).containsExactly("critical");

        office.failure = Optional.of(new OfficeRefused(ReasonCode.PATIENT_MISMATCH, "visit V1", ""));
        assertThat(indicators(answer(sign("", drug("1", "A"))))).containsExactly("critical");
    }

    @Test
    void aSummaryIsShortHoweverLongTheNameAndCutsNoCharacterInTwo() {
        String name = "𬭚".repeat(200);

        String summary = answer(sign("", "{'resourceType':'ServiceRequest','id':'1','code':{'text':'" + name + "'}}"))
                .getJsonArray("cards")
                .getJsonObject(0)
                .getString("summary");

        assertThat(summary).hasSizeLessThan(140).endsWith("map the item");
        assertThat(summary.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"medication-prescribe", "order-review", "order-dispatch", "appointment-book", "patient-view"})
    void aHookThatIsNotServedIsRefused(String hook) {
        JsonObject request = request(hook, "", "", drug("1", "A"));

        assertStatus(404, () -> services.call("yibaoban-" + hook, request));
        assertStatus(400, () -> answer(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':7}",
                "{'resourceType':'MedicationRequest','medicationCodeableConcept':'C'}",
                "{'resourceType':'MedicationRequest','medicationCodeableConcept':{'coding':[{'code':7}]}}",
                "{'resourceType':'ServiceRequest','code':{'coding':{}}}",
                "{'resourceType':'ServiceRequest','code':{'text':'x'},'quantityQuantity':{'value':0}}",
                "{}"
            })
    void anOrderOfAnotherShapeIsRefusedNotHalfRead(String order) {
        assertStatus(400, () -> answer(sign("", order)));
    }

    @Test
    void selectionsAndAServerForTheTokenAreRequired() {
        assertStatus(
                400, () -> services.call("yibaoban-order-select", request("order-select", "", "", drug("1", "A"))));
        assertStatus(400, () -> answer(sign(",'fhirAuthorization':{'access_token':'t'}", drug("1", "A"))));
    }

    @Test
    void discoveryOffersFourHooksWithPrefetchAndOptions() {
        var offered = services.discovery().getJsonArray("services").getValuesAs(JsonObject.class);

        assertThat(offered)
                .extracting(service -> service.getString("hook"))
                .containsExactly("order-select", "order-sign", "encounter-start", "encounter-discharge");
        assertThat(offered).allSatisfy(service -> {
            assertThat(service.getString("id")).isEqualTo("yibaoban-" + service.getString("hook"));
            assertThat(service.getString("description")).isNotBlank();
            assertThat(service.getJsonObject("prefetch")).containsKeys("patient", "encounter");
            assertThat(service.getJsonObject("extension").getJsonArray("davinci-crd.configuration-options"))
                    .isNotEmpty();
        });
    }

    private JsonObject answer(JsonObject request) {
        return services.call("yibaoban-order-sign", request);
    }

    private List<String> names() {
        return office.items.stream().map(OrderedItem::name).toList();
    }

    private static List<String> indicators(JsonObject answer) {
        return answer.getJsonArray("cards").getValuesAs(JsonObject.class).stream()
                .map(card -> card.getString("indicator"))
                .toList();
    }

    private static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HookFault.class, fault -> assertThat(fault.status()).isEqualTo(status));
    }

    private static String refers(String id, String reference, String more) {
        return "{'resourceType':'MedicationRequest','id':'" + id + "','status':'draft'," + more
                + "'medicationReference':{'reference':'" + reference + "'}}";
    }

    private static String encounter(String id, String visit) {
        return "{'resourceType':'Encounter','id':'" + id + "','identifier':[{'system':'" + StayReader.VISIT_NUMBER
                + "','value':'" + visit + "'}]}";
    }

    private static String server() {
        return ",'fhirServer':'https://his.example/r4','fhirAuthorization':{'access_token':'t'}";
    }
}
