package org.yibaoban.launcher.day;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the messages of the demonstration's HIS: HL7 v2.5.1 in UTF-8, segments ended by CR. */
final class HisMessages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Map<String, String> STRUCTURES = Map.of(
            "A01", "ADT_A01", "A02", "ADT_A02", "A03", "ADT_A03", "A08", "ADT_A01", "A11", "ADT_A09", "A13", "ADT_A01");

    private HisMessages() {}

    /** ADT A01, A02, A08, A11 or A13. */
    static String adt(String event, String controlId, Stay stay, LocalDateTime at) {
        List<Segment> segments = opening("ADT^" + event + "^" + STRUCTURES.get(event), event, controlId, stay, at);
        segments.add(visit(stay));
        if (event.equals("A01") || event.equals("A08")) {
            segments.add(diagnosis(stay));
        }
        return text(segments);
    }

    /** ADT A03, with the time of the discharge in PV1-45. */
    static String discharge(String controlId, Stay stay, LocalDateTime at) {
        List<Segment> segments = opening("ADT^A03^ADT_A03", "A03", controlId, stay, at);
        segments.add(visit(stay).set(36, "1").set(45, at.format(TIME)));
        segments.add(diagnosis(stay));
        return text(segments);
    }

    /** DFT P03. */
    static String charges(String controlId, Stay stay, List<Charge> charges, LocalDateTime at) {
        List<Segment> segments = opening("DFT^P03^DFT_P03", "P03", controlId, stay, at);
        segments.add(visit(stay));
        for (int i = 0; i < charges.size(); i++) {
            segments.add(charge(i + 1, charges.get(i), at));
        }
        return text(segments);
    }

    private static List<Segment> opening(String type, String event, String controlId, Stay stay, LocalDateTime at) {
        List<Segment> segments = new ArrayList<>();
        // MSH-1 is the delimiter itself: what the standard calls MSH-n stands at n - 1 of the joined text
        segments.add(new Segment("MSH")
                .set(1, "^~\\&")
                .set(2, "HIS")
                .set(3, "990000")
                .set(4, "YIBAOBAN")
                .set(5, "990000")
                .set(6, at.format(TIME))
                .set(8, type)
                .set(9, controlId)
                .set(10, "P")
                .set(11, "2.5.1")
                .set(16, "CHN")
                .set(17, "UNICODE UTF-8"));
        segments.add(new Segment("EVN").set(1, event).set(2, at.format(TIME)));
        segments.add(patient(stay.person()));
        return segments;
    }

    private static Segment patient(Person person) {
        String numbers = person.patientNumber() + "^^^HIS^MR";
        return new Segment("PID")
                .set(1, "1")
                .set(
                        3,
                        person.identityNumber().isBlank()
                                ? numbers
                                : numbers + "~" + person.identityNumber() + "^^^GA^NI")
                .set(5, Segment.escape(person.familyName()) + "^" + Segment.escape(person.givenName()))
                .set(7, person.birth().format(DAY))
                .set(8, person.sex())
                .set(13, phone(person));
    }

    /** Made up: no network in China has numbers that begin so. */
    private static String phone(Person person) {
        return "100%08d".formatted(Math.floorMod(person.patientNumber().hashCode(), 100_000_000));
    }

    private static Segment visit(Stay stay) {
        return new Segment("PV1")
                .set(1, "1")
                .set(2, "I")
                .set(3, stay.ward().code() + "^" + stay.bed())
                .set(
                        7,
                        stay.doctor().code() + "^"
                                + Segment.escape(stay.doctor().name()))
                .set(10, stay.department().code())
                .set(19, stay.visit())
                .set(44, stay.admitted().format(TIME));
    }

    private static Segment diagnosis(Stay stay) {
        return new Segment("DG1")
                .set(1, "1")
                .set(3, stay.ailment().code() + "^" + stay.ailment().name() + "^I10")
                .set(6, "A");
    }

    private static Segment charge(int number, Charge charge, LocalDateTime at) {
        Segment segment = new Segment("FT1")
                .set(1, String.valueOf(number))
                .set(2, charge.transactionId())
                .set(4, at.format(TIME))
                .set(5, at.format(TIME))
                .set(6, charge.isCredit() ? "CD" : "CG")
                .set(7, charge.itemCode() + "^" + Segment.escape(charge.itemName()))
                .set(10, String.valueOf(charge.quantity()))
                .set(11, charge.amount().toString())
                .set(12, charge.price().toString())
                .set(13, charge.department())
                .set(21, charge.doctor());
        charge.reverses().ifPresent(original -> segment.set(31, original));
        return segment;
    }

    private static String text(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(segment).append('\r'));
        return text.toString();
    }
}
