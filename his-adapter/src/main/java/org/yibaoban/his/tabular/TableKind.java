package org.yibaoban.his.tabular;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one table tells the office, with the fields that a map can fill. */
public enum TableKind {
    PATIENTS(
            "patients",
            "患者",
            "Patients",
            List.of("patient", "name"),
            List.of("sex", "birth_date", "identity_number"),
            List.of("patient")),
    VISITS(
            "visits",
            "就诊",
            "Visits",
            List.of("visit", "patient", "type", "admitted_at"),
            List.of(
                    "department",
                    "ward",
                    "bed",
                    "doctor",
                    "discharged_at",
                    "name",
                    "sex",
                    "birth_date",
                    "identity_number",
                    "diagnosis_code",
                    "diagnosis_name"),
            List.of("visit")),
    TRANSFERS(
            "transfers",
            "转科",
            "Transfers",
            List.of("visit", "at", "department", "ward"),
            List.of("bed", "doctor"),
            List.of("visit", "at")),
    DISCHARGES(
            "discharges",
            "出院",
            "Discharges",
            List.of("visit", "at"),
            List.of("diagnosis_code", "diagnosis_name"),
            List.of("visit")),
    LEAVES("leaves", "请假", "Leaves", List.of("visit", "at"), List.of("until"), List.of("visit", "at")),
    DIAGNOSES(
            "diagnoses",
            "诊断",
            "Diagnoses",
            List.of("visit", "diagnosis_code"),
            List.of("diagnosis_name"),
            List.of("visit")),
    CHARGES(
            "charges",
            "费用",
            "Charges",
            List.of("visit", "item_code", "quantity", "amount", "at"),
            List.of(
                    "line_no",
                    "patient",
                    "item_name",
                    "unit_price",
                    "department",
                    "doctor",
                    "order_number",
                    "refund",
                    "reverses",
                    "days",
                    "chronic",
                    "take_home",
                    "currency"),
            List.of());

    private final String key;
    private final String chinese;
    private final String english;
    private final List<String> required;
    private final Set<String> fields;
    private final List<String> identity;

    TableKind(
            String key,
            String chinese,
            String english,
            List<String> required,
            List<String> optional,
            List<String> identity) {
        this.key = key;
        this.chinese = chinese;
        this.english = english;
        this.required = required;
        Set<String> all = new LinkedHashSet<>(required);
        all.addAll(optional);
        this.fields = Set.copyOf(all);
        this.identity = identity;
    }

    /** The word of the map files. */
    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Fields that a map must fill. */
    public List<String> required() {
        return required;
    }

    /** All fields that a map can fill. */
    public Set<String> fields() {
        return fields;
    }

    /** The fields whose values identify a row where the map names none; empty where the map must name them. */
    public List<String> identity() {
        return identity;
    }

    /** Whether only all rows of a visit together say something: a part of the diagnoses would replace the whole. */
    public boolean wholeVisits() {
        return this == DIAGNOSES;
    }

    public static Optional<TableKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
