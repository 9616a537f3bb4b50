package org.yibaoban.his.fhir.write;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.office.facade.PatientView;
import org.yibaoban.office.facade.VisitView;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * Reads items that are written together: persons first, then visits open, charges are posted, visits end. One faulty item
 * refuses them all.
 */
final class Planning {

    private final ZoneId zone;
    private final LocalDateTime told;
    private final HisReads reads;
    private final Known known;
    private final List<Item> items;
    private final Map<String, Resource> local = new HashMap<>();

    private final Map<String, PatientDetails> people = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<HisCommand.OfVisit> opening = new ArrayList<>();
    private final Map<VisitNumber, Charges> charges = new LinkedHashMap<>();
    private final List<HisCommand.OfVisit> closing = new ArrayList<>();

    private record Charges(PatientNumber patient, List<ChargePosting> postings) {}

    /** @param told when the sender says it */
    Planning(List<Item> items, HisReads reads, ZoneId zone, LocalDateTime told) {
        this.items = items;
        this.reads = reads;
        this.zone = zone;
        this.told = told;
        this.known = new Known(items, reads);
        items.forEach(item -> item.fullUrl().ifPresent(url -> local.put(url, item.resource())));
    }

    Plan plan() {
        List<Written> written = new ArrayList<>();
        // persons before what refers to them, whatever their order
        items.stream().filter(item -> item.resource() instanceof Patient).forEach(this::person);
        for (Item item : items) {
            written.add(one(item));
        }
        List<HisCommand.OfVisit> commands = new ArrayList<>(opening);
        charges.forEach((visit, posted) ->
                commands.add(new HisCommand.PostCharges(visit, posted.patient(), posted.postings(), told)));
        commands.addAll(closing);
        return new Plan(List.copyOf(people.values()), commands, existing(written));
    }

    private Written one(Item item) {
        if (item.resource() instanceof Patient patient) {
            String number =
                    PatientReading.details(patient, item.path()).number().value();
            return new Written(
                    "Patient", number, Optional.empty(), known.patient(number).isPresent());
        }
        if (item.resource() instanceof Encounter encounter) {
            return visit(item, encounter);
        }
        if (item.resource() instanceof ChargeItem charge) {
            return charge(item, charge);
        }
        throw new FhirFault(
                422,
                IssueType.NOTSUPPORTED,
                item.path(),
                "只接收 Patient、Encounter、ChargeItem",
                "Patient, Encounter and ChargeItem are taken, nothing else");
    }

    private void person(Item item) {
        PatientDetails details = PatientReading.details((Patient) item.resource(), item.path());
        String number = details.number().value();
        once(item, "Patient " + number);
        Optional<PatientView> there = known.patient(number);
        boolean skipped = condition(item, Canonical.PATIENT_NUMBER, number) && !item.update() && there.isPresent();
        refuseOther(
                item,
                known.patientRow(item.target().orElse(""))
                        .map(view -> view.details().number().value()),
                number);
        if (!skipped) {
            people.put(number, details);
        }
    }

    private Written visit(Item item, Encounter encounter) {
        EncounterReading reading = new EncounterReading(encounter, item.path(), zone, told);
        VisitNumber number = reading.number();
        once(item, "Encounter " + number);
        Optional<VisitView> there = known.visit(number.value());
        boolean skipped =
                condition(item, Canonical.VISIT_NUMBER, number.value()) && !item.update() && there.isPresent();
        refuseOther(
                item,
                known.visitRow(item.target().orElse(""))
                        .map(view -> view.number().value()),
                number.value());
        if (!skipped) {
            PatientDetails patient = patient(encounter.getSubject(), encounter.getContained(), item.at("subject"));
            EncounterReading.Commands commands = reading.commands(patient, there.map(VisitView::status));
            opening.addAll(commands.opening());
            closing.addAll(commands.closing());
        }
        return new Written("Encounter", number.value(), Optional.empty(), there.isPresent());
    }

    private Written charge(Item item, ChargeItem charge) {
        if (item.update()) {
            throw new FhirFault(
                    405,
                    IssueType.NOTSUPPORTED,
                    item.path(),
                    "费用明细只增不改，请发冲减明细",
                    "the ledger is append-only, send a line that takes the charge back");
        }
        ChargePosting posting = new ChargeItemReading(charge, item.path(), zone).posting();
        VisitNumber visit = visit(charge.getContext(), item.at("context"));
        once(item, "ChargeItem " + visit + " " + posting.transactionId());
        condition(item, Canonical.CHARGE, posting.transactionId());
        PatientNumber patient = patient(charge.getSubject(), charge.getContained(), item.at("subject"))
                .number();
        Charges posted = charges.computeIfAbsent(visit, number -> new Charges(patient, new ArrayList<>()));
        if (!posted.patient().equals(patient)) {
            throw FhirFault.element(
                    item.at("subject"), "同一就诊的患者不一致", "another patient than that of the visit's other charges");
        }
        posted.postings().add(posting);
        return new Written("ChargeItem", posting.transactionId(), Optional.of(visit), false);
    }

    /** Which charges were posted before: one query for each visit. */
    private List<Written> existing(List<Written> written) {
        Map<VisitNumber, Set<String>> before = new HashMap<>();
        charges.forEach((visit, posted) -> before.put(
                visit,
                reads.lineIds(
                                visit.value(),
                                posted.postings().stream()
                                        .map(ChargePosting::transactionId)
                                        .toList())
                        .keySet()));
        return written.stream()
                .map(one -> one.visit()
                        .map(visit -> new Written(
                                one.type(),
                                one.number(),
                                one.visit(),
                                before.get(visit).contains(one.number())))
                        .orElse(one))
                .toList();
    }

    private PatientDetails patient(Reference reference, List<Resource> contained, String path) {
        Optional<Resource> here = resource(reference, contained);
        if (here.isPresent() && here.get() instanceof Patient patient) {
            PatientDetails details = PatientReading.details(patient, path);
            // a conditional create that found its patient takes nothing of what it was sent
            return people.containsKey(details.number().value())
                    ? details
                    : known.patient(details.number().value())
                            .map(PatientView::details)
                            .orElse(details);
        }
        Target target = Target.of(reference, "Patient", Canonical.PATIENT_NUMBER);
        return known.patient(target)
                .map(PatientView::details)
                .or(() -> target.number().map(people::get))
                .orElseThrow(() -> new FhirFault(
                        422,
                        IssueType.NOTFOUND,
                        path,
                        "引用的患者不存在，请先发送 Patient 或放在同一 Bundle 中",
                        "no such patient here; send the Patient first, in the same bundle or contained"));
    }

    private VisitNumber visit(Reference reference, String path) {
        Optional<Resource> here = resource(reference, List.of());
        if (here.isPresent() && here.get() instanceof Encounter encounter) {
            return new EncounterReading(encounter, path, zone, told).number();
        }
        Target target = Target.of(reference, "Encounter", Canonical.VISIT_NUMBER);
        return known.visit(target)
                .map(VisitView::number)
                .or(() -> target.number()
                        .filter(number -> number.length() <= EncounterReading.VISIT)
                        .map(VisitNumber::new))
                .orElseThrow(() -> new FhirFault(422, IssueType.NOTFOUND, path, "引用的就诊不存在", "no such encounter here"));
    }

    private Optional<Resource> resource(Reference reference, List<Resource> contained) {
        String text =
                Optional.ofNullable(reference).map(Reference::getReference).orElse("");
        return text.startsWith("#")
                ? contained.stream()
                        .filter(resource -> resource.getId() != null
                                && text.equals("#" + resource.getId().replace("#", "")))
                        .findFirst()
                : Optional.ofNullable(local.get(text));
    }

    private void once(Item item, String name) {
        if (!seen.add(name)) {
            throw new FhirFault(422, IssueType.DUPLICATE, item.path(), "同一 Bundle 内重复", "comes twice in this bundle");
        }
    }

    /** A condition may name the item itself by its number, so that a repetition finds it; nothing else is understood. */
    private static boolean condition(Item item, String system, String number) {
        if (item.condition().isEmpty()) {
            return false;
        }
        boolean itself = Target.conditionValue(item.condition().get(), system)
                .filter(number::equals)
                .isPresent();
        if (!itself) {
            throw new FhirFault(
                    412,
                    IssueType.NOTSUPPORTED,
                    item.path(),
                    "条件只能是资源自身的标识 identifier=" + system + "|…",
                    "the condition must be the resource's own identifier=" + system + "|...");
        }
        return true;
    }

    private static void refuseOther(Item item, Optional<String> there, String number) {
        if (item.target().isEmpty()) {
            return;
        }
        if (there.isEmpty()) {
            throw FhirFault.notFound(item.resource().fhirType(), item.target().get());
        }
        if (!there.get().equals(number)) {
            throw FhirFault.element(item.at("identifier"), "标识与地址中的资源不符", "is not the resource that the address names");
        }
    }
}
