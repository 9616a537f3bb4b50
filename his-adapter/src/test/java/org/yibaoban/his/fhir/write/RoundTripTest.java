package org.yibaoban.his.fhir.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.read.ChargeItemResource;
import org.yibaoban.his.fhir.read.EncounterResource;
import org.yibaoban.his.fhir.read.PatientResource;
import org.yibaoban.his.fhir.read.Views;
import org.yibaoban.office.facade.ChargeView;
import org.yibaoban.office.facade.VisitView;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** What goes out can be sent in again and means the same; what is wrong is refused at its element. */
class RoundTripTest {

    private static final LocalDateTime TOLD = LocalDateTime.of(2026, 11, 22, 12, 0);

    @Provide
    Arbitrary<VisitView> visits() {
        return Views.visits();
    }

    @Provide
    Arbitrary<ChargeView> charges() {
        return Views.charges();
    }

    @Test
    void a_patient_comes_back_as_it_went_out() {
        PatientDetails person = Views.person(Views.identityNumber());
        Patient sent = again(Patient.class, PatientResource.of(Views.patient(Views.identityNumber()), true));

        assertThat(PatientReading.details(sent, "Patient")).isEqualTo(person);
    }

    @Property(tries = 200)
    void a_visit_comes_back_as_the_commands_that_make_it(@ForAll("visits") VisitView visit) {
        Encounter sent = again(Encounter.class, EncounterResource.of(visit, Views.ZONE));
        EncounterReading reading = new EncounterReading(sent, "Encounter", Views.ZONE, TOLD);
        PatientDetails person = visit.patient().details();

        EncounterReading.Commands commands = reading.commands(person, Optional.empty());

        HisCommand.Admit admit = (HisCommand.Admit) commands.opening().get(0);
        assertThat(admit.visit()).isEqualTo(visit.number());
        assertThat(admit.type()).isEqualTo(visit.type());
        assertThat(admit.at()).isEqualTo(visit.admittedAt());
        assertThat(admit.diagnoses()).isEqualTo(visit.diagnoses());
        assertThat(admit.doctor().orElse("")).isEqualTo(visit.doctor());
        List<Location> places = new ArrayList<>(List.of(admit.location()));
        List<LocalDateTime> times = new ArrayList<>(List.of(admit.at()));
        List<HisCommand.OfVisit> leaves = new ArrayList<>();
        commands.opening().stream().skip(1).forEach(command -> {
            if (command instanceof HisCommand.Transfer transfer) {
                places.add(transfer.location());
                times.add(transfer.at());
            } else {
                leaves.add(command);
            }
        });
        assertThat(leaves).isEqualTo(steps(visit));
        assertThat(times)
                .isEqualTo(visit.places().stream().map(VisitView.Place::from).toList());
        assertThat(places.stream().map(Location::ward))
                .containsExactlyElementsOf(visit.places().stream()
                        .map(place -> place.location().ward())
                        .toList());
        assertThat(places.stream().map(Location::bed))
                .containsExactlyElementsOf(visit.places().stream()
                        .map(place -> place.location().bed())
                        .toList());
        if (visit.status() == VisitStatus.DISCHARGED) {
            assertThat(commands.closing())
                    .containsExactly(new HisCommand.Discharge(
                            visit.number(), visit.dischargedAt().orElseThrow(), visit.diagnoses(), TOLD));
        } else {
            assertThat(commands.closing()).isEmpty();
        }
    }

    private static List<HisCommand.OfVisit> steps(VisitView visit) {
        List<HisCommand.OfVisit> steps = new ArrayList<>();
        for (VisitView.Leave leave : visit.leaves()) {
            steps.add(new HisCommand.Leave(visit.number(), HisCommand.Leave.Step.LEAVES, leave.from()));
            leave.to()
                    .ifPresent(
                            to -> steps.add(new HisCommand.Leave(visit.number(), HisCommand.Leave.Step.RETURNS, to)));
        }
        return steps;
    }

    @Test
    void who_is_on_leave_without_a_time_of_it_is_so_from_when_it_was_told_and_a_return_before_the_leave_is_refused() {
        VisitView visit = Views.visit(
                "R1",
                VisitStatus.ADMITTED,
                VisitType.INPATIENT,
                "",
                List.of(new Location("0304", "W0304A", "1")),
                List.of());
        Encounter sent = EncounterResource.of(visit, Views.ZONE);
        sent.setStatus(Encounter.EncounterStatus.ONLEAVE);
        assertThat(new EncounterReading(sent, "Encounter", Views.ZONE, TOLD)
                        .commands(visit.patient().details(), Optional.empty())
                        .opening())
                .endsWith(new HisCommand.Leave(visit.number(), HisCommand.Leave.Step.LEAVES, TOLD));

        sent.addStatusHistory()
                .setStatus(Encounter.EncounterStatus.ONLEAVE)
                .getPeriod()
                .setStartElement(new DateTimeType("2026-11-22T10:00:00+08:00"))
                .setEndElement(new DateTimeType("2026-11-22T09:00:00+08:00"));
        assertThatThrownBy(() -> new EncounterReading(sent, "Encounter", Views.ZONE, TOLD)
                        .commands(visit.patient().details(), Optional.empty()))
                .isInstanceOfSatisfying(
                        FhirFault.class,
                        refused -> assertThat(refused.expression()).contains("Encounter.statusHistory[0].period.end"));
    }

    @Property(tries = 300)
    void a_line_comes_back_as_its_posting(@ForAll("charges") ChargeView view) {
        ChargeItem sent = again(ChargeItem.class, ChargeItemResource.of(view, Views.ZONE));
        // a line whose price the office derived has one of more places than a HIS may send
        sent.getExtension().removeIf(e -> e.getUrl().endsWith("/unit-price"));

        ChargePosting posting = new ChargeItemReading(sent, "ChargeItem", Views.ZONE).posting();

        boolean credit = view.line().amount().isNegative();
        assertThat(posting)
                .isEqualTo(new ChargePosting(
                        view.line().transactionId(),
                        credit ? ChargePosting.Kind.CREDIT : ChargePosting.Kind.CHARGE,
                        view.line().itemCode(),
                        view.line().name(),
                        view.line().quantity().abs(),
                        Optional.empty(),
                        credit ? view.line().amount().negated() : view.line().amount(),
                        view.line().at(),
                        view.line().orderingDepartment(),
                        view.orderedBy(),
                        view.orderNumber(),
                        view.line().reverses(),
                        false,
                        view.supply()));
    }

    static Stream<Arguments> faultyCharges() {
        return Stream.of(
                fault("ChargeItem.identifier", item -> item.setIdentifier(null)),
                fault("ChargeItem.status", item -> item.setStatus(ChargeItem.ChargeItemStatus.ENTEREDINERROR)),
                fault("ChargeItem.code.coding", item -> item.getCode().setCoding(null)),
                fault("ChargeItem.quantity", item -> item.setQuantity(null)),
                fault("ChargeItem.quantity", item -> item.getQuantity().setValue(0)),
                fault("ChargeItem.priceOverride", item -> item.setPriceOverride(null)),
                fault(
                        "ChargeItem.priceOverride",
                        item -> item.getPriceOverride().setCurrency("USD")),
                fault(
                        "ChargeItem.priceOverride",
                        item -> item.getPriceOverride().setValue(new java.math.BigDecimal("1.001"))),
                fault(
                        "ChargeItem.priceOverride",
                        item -> item.getPriceOverride().setValue(-1)),
                fault(
                        "ChargeItem.priceOverride",
                        item -> item.getPriceOverride().setValue(1)),
                fault("ChargeItem.occurrence", item -> item.setOccurrence(null)),
                fault(
                        "ChargeItem.occurrence",
                        item -> item.setOccurrence(new org.hl7.fhir.r4.model.DateTimeType("2026-11-22"))));
    }

    private static Arguments fault(String expression, Consumer<ChargeItem> spoil) {
        return Arguments.of(expression, spoil);
    }

    @ParameterizedTest
    @MethodSource("faultyCharges")
    void a_faulty_charge_is_refused_at_its_element(String expression, Consumer<ChargeItem> spoil) {
        ChargeItem item = ChargeItemResource.of(
                Views.charge(
                        new java.math.BigDecimal("2"),
                        new java.math.BigDecimal("134"),
                        org.yibaoban.money.Money.of("268.00"),
                        org.yibaoban.catalogue.ChargeType.OTHER,
                        "0304",
                        true),
                Views.ZONE);
        spoil.accept(item);

        assertThatThrownBy(() -> new ChargeItemReading(item, "ChargeItem", Views.ZONE).posting())
                .isInstanceOfSatisfying(FhirFault.class, refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.expression()).contains(expression);
                    assertThat(refused.chinese()).isNotBlank();
                    assertThat(refused.english()).isNotBlank();
                });
    }

    static Stream<Arguments> faultyVisits() {
        return Stream.of(
                Arguments.of("Encounter.identifier", (Consumer<Encounter>) visit -> visit.setIdentifier(null)),
                Arguments.of(
                        "Encounter.status", (Consumer<Encounter>) visit -> visit.setStatus(EncounterStatus.PLANNED)),
                Arguments.of("Encounter.class", (Consumer<Encounter>)
                        visit -> visit.getClass_().setCode("VR")),
                Arguments.of("Encounter.location", (Consumer<Encounter>) visit -> visit.setLocation(null)),
                Arguments.of("Encounter.period.start", (Consumer<Encounter>) visit -> visit.setPeriod(null)),
                Arguments.of("Encounter.period.end", (Consumer<Encounter>)
                        visit -> visit.setStatus(EncounterStatus.FINISHED)),
                Arguments.of("Encounter.diagnosis.condition", (Consumer<Encounter>) visit -> visit.setContained(null)),
                Arguments.of("Encounter.location[0].location.identifier", (Consumer<Encounter>)
                        visit -> visit.getLocationFirstRep().setLocation(null)),
                Arguments.of(
                        "Encounter.location[0].extension('http://yibaoban.org/fhir/StructureDefinition/bed')",
                        (Consumer<Encounter>) visit -> visit.getLocationFirstRep()
                                .getExtensionByUrl("http://yibaoban.org/fhir/StructureDefinition/bed")
                                .setValue(new StringType("x".repeat(41)))));
    }

    @ParameterizedTest
    @MethodSource("faultyVisits")
    void a_faulty_visit_is_refused_at_its_element(String expression, Consumer<Encounter> spoil) {
        VisitView visit = Views.visit(
                "R1",
                VisitStatus.ADMITTED,
                org.yibaoban.visit.VisitType.INPATIENT,
                "D1",
                List.of(new Location("0304", "W0304A", "05")),
                List.of(new org.yibaoban.visit.Diagnosis("I10", "")));
        Encounter encounter = EncounterResource.of(visit, Views.ZONE);
        spoil.accept(encounter);

        EncounterReading reading = new EncounterReading(encounter, "Encounter", Views.ZONE, TOLD);
        assertThatThrownBy(() -> reading.commands(visit.patient().details(), Optional.empty()))
                .isInstanceOfSatisfying(
                        FhirFault.class,
                        refused -> assertThat(refused.expression()).contains(expression));
    }

    @Test
    void a_visit_open_again_takes_the_discharge_back_first() {
        VisitView visit = Views.visit(
                "R1",
                VisitStatus.ADMITTED,
                org.yibaoban.visit.VisitType.INPATIENT,
                "D1",
                List.of(new Location("0304", "W0304A", "05")),
                List.of());
        EncounterReading reading =
                new EncounterReading(EncounterResource.of(visit, Views.ZONE), "Encounter", Views.ZONE, TOLD);

        assertThat(reading.commands(visit.patient().details(), Optional.of(VisitStatus.DISCHARGED))
                        .opening()
                        .get(0))
                .isInstanceOf(HisCommand.CancelDischarge.class);
    }

    private static <R extends org.hl7.fhir.r4.model.Resource> R again(Class<R> type, R resource) {
        return FhirJson.parse(type, FhirJson.encode(resource));
    }
}
