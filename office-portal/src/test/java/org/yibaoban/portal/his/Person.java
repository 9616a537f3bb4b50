package org.yibaoban.portal.his;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.portal.server.OfficeDatabase;

/**
 * A made-up person. Each is handed out once, because the payer remembers what a year's stays have used up.
 *
 * @param name family name of one character, then the given name
 * @param sex 1 or 2, as in the identity number
 */
public record Person(String identityNumber, String name, String sex, String birth) {

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NEXT_STRANGER = new AtomicInteger(100);
    private static final AtomicInteger NEXT_EMPLOYEE = new AtomicInteger();
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1981, 2, 3);

    /**
     * An employee in service, no civil servant, whom the payer covers and who has had no stay this year. Made for the
     * test and entered at the payer: the file's few dozen would not do for all tests together.
     */
    public static Person employee() {
        return covered("in-service");
    }

    /** A retired employee, no civil servant, likewise. */
    public static Person retired() {
        return covered("retired");
    }

    private static Person covered(String category) {
        int number = NEXT_EMPLOYEE.getAndIncrement();
        String front = "990000%s%03d"
                .formatted(FIRST_BIRTH.plusDays(number).format(DateTimeFormatter.BASIC_ISO_DATE), 100 + number % 900);
        Person person = new Person(
                front + IdentityNumber.check(front),
                "安" + (char) ('\u6000' + number),
                sexOf(front),
                front.substring(6, 14));
        try {
            OfficeDatabase.execute(
                    "insert into payer_sandbox.member (member_number, identity_number, name, insurance_type, plan_id,"
                            + " category, poor, standing, account_balance)"
                            + " values (?, ?, ?, '310', 'hecheng-employee', ?, false, 'ACTIVE', 3000.00)",
                    "99990000%08d".formatted(number),
                    person.identityNumber(),
                    person.name(),
                    category);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return person;
    }

    /** Someone insured as a resident whom the payer covers. */
    public static Person resident() {
        return member(row -> row.get("plan_id").equals("hecheng-resident")
                && row.get("standing").equals("ACTIVE"));
    }

    /** An employee whose membership is suspended. */
    public static Person suspended() {
        return member(row -> row.get("standing").equals("SUSPENDED"));
    }

    /** Someone with a sound identity number whom the payer does not know. */
    public static Person stranger() {
        String front = "99000019700101" + NEXT_STRANGER.incrementAndGet();
        return new Person(front + IdentityNumber.check(front), "路仁", sexOf(front), "19700101");
    }

    private static Person member(Predicate<Map<String, String>> wanted) {
        Map<String, String> row = DemoMembers.rows().stream()
                .filter(wanted)
                .filter(member -> GIVEN.add(member.get("identity_number")))
                .findFirst()
                .orElseThrow();
        return new Person(
                row.get("identity_number"),
                row.get("name"),
                row.get("sex"),
                row.get("birth").replace("-", ""));
    }

    private static String sexOf(String number) {
        return (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    String familyName() {
        return name.substring(0, 1);
    }

    String givenName() {
        return name.substring(1);
    }
}
