package org.yibaoban.portal.his;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One stay as the demonstration's HIS tells it: writes its messages, each with a control id of its own. Charges come
 * from where the patient lies.
 */
public final class HisStay {

    /** The hospital's zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Person person;
    private final String visit;
    private final String patientNumber;
    private final LocalDateTime admitted;
    private String department = "0304";
    private String ward = "W0304A";
    private String bed = "01";
    private String diagnosed = "I20.000^不稳定性心绞痛";

    public HisStay(Person person) {
        this(person, 1);
    }

    /** Admitted so many days ago. */
    public HisStay(Person person, int days) {
        this.admitted = now().minusDays(days);
        int number = NUMBERS.incrementAndGet();
        this.person = person;
        this.visit = "ZY99%04d".formatted(number);
        this.patientNumber = "P99%04d".formatted(number);
    }

    /** The hospital's time, to the second. */
    public static LocalDateTime now() {
        return LocalDateTime.now(ZONE).withNano(0);
    }

    public String visit() {
        return visit;
    }

    public Person person() {
        return person;
    }

    public String patientNumber() {
        return patientNumber;
    }

    /** A transaction id of this stay. */
    public String id(String part) {
        return visit + "-" + part;
    }

    /** Where the patient lies, for the messages that follow. */
    public HisStay in(String department, String ward, String bed) {
        this.department = department;
        this.ward = ward;
        this.bed = bed;
        return this;
    }

    /** With another main diagnosis, {@code code^name}, in the messages that follow. */
    public HisStay with(String diagnosis) {
        this.diagnosed = diagnosis;
        return this;
    }

    public String admit() {
        return adt("A01", "", diagnosis());
    }

    /** Not a stay but an outpatient visit. */
    public String register() {
        return message("ADT^A04^ADT_A01", diagnosis()).replace("PV1|1|I|", "PV1|1|O|");
    }

    public String transfer() {
        return adt("A02", "");
    }

    public String discharge() {
        return discharge(now());
    }

    public String discharge(LocalDateTime at) {
        return adt("A03", at.format(TIME), diagnosis());
    }

    public String cancelAdmission() {
        return adt("A11", "");
    }

    public String cancelDischarge() {
        return adt("A13", "");
    }

    public String charges(Ft1... charges) {
        return charges(patientNumber, charges);
    }

    /** Charges for what was done so many days ago. */
    public String charges(int daysAgo, Ft1... charges) {
        return charges(patientNumber, now().minusDays(daysAgo), charges);
    }

    /** Charges that name the visit, but another patient. */
    public String chargesOf(HisStay other, Ft1... charges) {
        return charges(other.patientNumber, charges);
    }

    /** An admission that names another stay's visit for this stay's patient. */
    public String admitAs(HisStay other) {
        return message("ADT^A01^ADT_A01", "A01", patientNumber, List.of(pv1(other.visit, "")));
    }

    /** Another message of this stay, such as {@code ADT^A12}, with more segments. */
    public String message(String type, String... more) {
        return message(type, now(), more);
    }

    /** The same, told at a time. */
    public String message(String type, LocalDateTime told, String... more) {
        List<String> segments = new ArrayList<>(List.of(pv1(visit, "")));
        segments.addAll(Arrays.asList(more));
        return message(type, type.substring(type.indexOf('^') + 1), patientNumber, segments, told);
    }

    /** The same of a patient number that is not the stay's own. */
    public String messageAs(String patient, String type, String... more) {
        List<String> segments = new ArrayList<>(List.of(pv1(visit, "")));
        segments.addAll(Arrays.asList(more));
        return message(type, type.substring(type.indexOf('^') + 1), patient, segments);
    }

    private String charges(String patient, Ft1... charges) {
        return charges(patient, now(), charges);
    }

    private String charges(String patient, LocalDateTime at, Ft1... charges) {
        List<String> segments = new ArrayList<>(List.of(pv1(visit, "")));
        for (Ft1 charge : charges) {
            segments.add(charge.segment(segments.size(), at.format(TIME), department));
        }
        return message("DFT^P03^DFT_P03", "P03", patient, segments);
    }

    private String adt(String event, String discharged, String... more) {
        List<String> segments = new ArrayList<>(List.of(pv1(visit, discharged)));
        segments.addAll(Arrays.asList(more));
        return message("ADT^" + event, event, patientNumber, segments);
    }

    private String pv1(String number, String discharged) {
        return "PV1|1|I|" + ward + "^301^" + bed + "||||D990000000013^柯鹤鸣|||" + department + "|||||||||" + number
                + "|".repeat(25) + admitted.format(TIME) + "|" + discharged;
    }

    private String diagnosis() {
        return "DG1|1||" + diagnosed + "^I10|||A";
    }

    private String message(String type, String event, String patient, List<String> segments) {
        return message(type, event, patient, segments, now());
    }

    private String message(String type, String event, String patient, List<String> segments, LocalDateTime told) {
        String time = told.format(TIME);
        List<String> all = new ArrayList<>(List.of(
                "MSH|^~\\&|HIS|990000|YIBAOBAN|990000|" + time + "||" + type + "|" + visit + "-M"
                        + NUMBERS.incrementAndGet() + "|P|2.5.1||||||UNICODE UTF-8",
                "EVN|" + event + "|" + time,
                "PID|1||" + patient + "^^^HIS^MR~" + person.identityNumber() + "^^^GA^NI||" + person.familyName() + "^"
                        + person.givenName() + "||" + person.birth() + "|" + person.sex()));
        all.addAll(segments);
        return String.join("\r", all) + "\r";
    }
}
