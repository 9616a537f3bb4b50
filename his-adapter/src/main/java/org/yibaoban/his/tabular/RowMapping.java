package org.yibaoban.his.tabular;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yibaoban.his.tabular.Draft.Fact;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.Leave.Step;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Understands the rows of one table by its map. */
final class RowMapping {

    private static final int CODE = 40;
    private static final int NAME = 200;
    private static final int MOST_KEY = 100;
    private static final Set<String> TIMES = Set.of("at", "until", "admitted_at", "discharged_at");

    /** Stands for the visit's own patient until the visit is looked up; see {@link Teller}. */
    static final PatientDetails NOBODY =
            new PatientDetails(new PatientNumber("-"), Optional.empty(), "", Sex.UNKNOWN, Optional.empty());

    /** Stands for the time of telling, which is no part of what a row says; see {@link Teller}. */
    private static final LocalDateTime UNTOLD = LocalDateTime.MIN;

    private final Columns columns;
    private final ZoneId hospital;

    RowMapping(Columns columns, ZoneId hospital) {
        this.columns = columns;
        this.hospital = hospital;
    }

    /**
     * The row as understood; empty where the map does not want it.
     *
     * @throws RowFault when it is wrong
     */
    Optional<Draft> read(RowSource.RawRow row) {
        Cells cells = new Cells(columns, row, hospital);
        if (!cells.wanted()) {
            return Optional.empty();
        }
        Fact fact = fact(cells);
        return Optional.of(new Draft(List.of(row), key(cells), Digest.of(said(fact) + secret(fact)), fact));
    }

    /** What says nothing of a supply keeps the digest that it had before supplies were read. */
    private static String said(Fact fact) {
        return fact.toString().replace(", supply=" + Supply.NONE, "");
    }

    private Fact fact(Cells cells) {
        return switch (columns.map().kind()) {
            case PATIENTS -> new Fact.Person(person(cells, cells.get("name", NAME)));
            case VISITS -> visit(cells, person(cells, cells.find("name", NAME).orElse("")));
            case TRANSFERS ->
                told(new HisCommand.Transfer(
                        visit(cells), location(cells), cells.find("doctor", CODE), cells.requiredTime("at")));
            case DISCHARGES -> discharge(cells);
            case LEAVES -> leave(cells);
            case DIAGNOSES -> told(update(visit(cells), diagnoses(cells)));
            case CHARGES -> new Fact.Posted(ChargeRow.of(cells, columns.map()));
        };
    }

    /** An update of the diagnoses that says nothing of the person. */
    static HisCommand.Update update(VisitNumber visit, List<Diagnosis> diagnoses) {
        return new HisCommand.Update(visit, NOBODY, Optional.empty(), diagnoses, false, UNTOLD);
    }

    private static Fact discharge(Cells cells) {
        LocalDateTime at = cells.requiredTime("at");
        return told(new HisCommand.Discharge(visit(cells), at, diagnoses(cells), at));
    }

    /** A leave that lasts has no end yet; the row comes again when it has one. */
    private static Fact leave(Cells cells) {
        LocalDateTime at = cells.requiredTime("at");
        VisitNumber visit = visit(cells);
        List<HisCommand.OfVisit> commands = new ArrayList<>();
        commands.add(new HisCommand.Leave(visit, Step.LEAVES, at));
        cells.time("until").ifPresent(until -> {
            if (until.isBefore(at)) {
                throw cells.fault(RowReason.LEAVE_BACKWARDS, "until", until.toString());
            }
            commands.add(new HisCommand.Leave(visit, Step.RETURNS, until));
        });
        return new Fact.Told(visit, commands);
    }

    private static Fact told(HisCommand.OfVisit command) {
        return new Fact.Told(command.visit(), List.of(command));
    }

    private static Fact visit(Cells cells, PatientDetails person) {
        VisitNumber visit = visit(cells);
        LocalDateTime admitted = cells.requiredTime("admitted_at");
        List<Diagnosis> diagnoses = diagnoses(cells);
        List<HisCommand.OfVisit> commands = new ArrayList<>();
        commands.add(new HisCommand.Admit(
                visit,
                HisCommand.Opening.ADMITTED,
                person,
                VisitType.ofKey(cells.get("type", CODE)).orElseThrow(),
                location(cells),
                cells.find("doctor", CODE),
                admitted,
                diagnoses,
                admitted));
        cells.time("discharged_at").ifPresent(at -> commands.add(new HisCommand.Discharge(visit, at, diagnoses, at)));
        return new Fact.Told(visit, commands);
    }

    private static PatientDetails person(Cells cells, String name) {
        return new PatientDetails(
                new PatientNumber(cells.get("patient", 64)),
                cells.find("identity_number", 64).map(number -> number.toUpperCase(Locale.ROOT)),
                name,
                cells.find("sex")
                        .map(word -> Sex.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Sex.UNKNOWN),
                cells.day("birth_date"));
    }

    private static Location location(Cells cells) {
        return new Location(
                cells.find("department", CODE).orElse(""),
                cells.find("ward", CODE).orElse(""),
                cells.find("bed", CODE).orElse(""));
    }

    private static List<Diagnosis> diagnoses(Cells cells) {
        return cells.find("diagnosis_code", CODE)
                .map(code ->
                        new Diagnosis(code, cells.find("diagnosis_name", NAME).orElse("")))
                .map(List::of)
                .orElse(List.of());
    }

    static VisitNumber visit(Cells cells) {
        return new VisitNumber(cells.get("visit", 30));
    }

    /** The key's values as understood; a long one by its digest, for it becomes part of a transaction id. */
    private String key(Cells cells) {
        return shortKey(
                columns.map().key().stream().map(part -> keyPart(cells, part)).collect(Collectors.joining("|")));
    }

    static String shortKey(String key) {
        return key.length() <= MOST_KEY ? key : Digest.of(key);
    }

    private String keyPart(Cells cells, String part) {
        if (part.startsWith("=")) {
            int at = columns.position(List.of(part.substring(1))).orElseThrow();
            String value = cells.row().values().get(at).strip();
            if (value.isEmpty()) {
                throw RowFault.of(RowReason.MISSING, part.substring(1), "");
            }
            return value;
        }
        return TIMES.contains(part)
                ? cells.requiredTime(part).toString()
                : cells.find(part).orElseThrow(() -> cells.fault(RowReason.MISSING, part, ""));
    }

    /** {@link PatientDetails} hides the person from its text, but a change of it is a change of the row. */
    private static String secret(Fact fact) {
        PatientDetails person = fact instanceof Fact.Person one
                ? one.details()
                : fact instanceof Fact.Told told && told.commands().get(0) instanceof HisCommand.Admit admit
                        ? admit.patient()
                        : NOBODY;
        Map<String, Object> all =
                Map.of("n", person.name(), "s", person.sex(), "b", person.birthDate(), "i", person.identityNumber());
        return new TreeMap<>(all).toString();
    }
}
