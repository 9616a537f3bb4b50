package org.yibaoban.portal.his;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.yibaoban.membership.IdentityNumber;

/**
 * A made-up person. Each is handed out once, because the payer remembers what a year's stays have used up.
 *
 * @param name family name of one character, then the given name
 * @param sex 1 or 2, as in the identity number
 */
public record Person(String identityNumber, String name, String sex, String birth) {

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NEXT_STRANGER = new AtomicInteger(100);

    /** An employee in service, no civil servant, whom the payer covers and who has had no stay this year. */
    public static Person employee() {
        return member(row -> row.get("plan_id").equals("hecheng-employee")
                && row.get("category").equals("in-service")
                && row.get("civil_servant").equals("false")
                && row.get("standing").equals("ACTIVE")
                && row.get("civil_servant").equals("false")
                && row.get("year_stays").equals("0"));
    }

    /** A retired employee, no civil servant, whom the payer covers and who has had no stay this year. */
    public static Person retired() {
        return member(row -> row.get("plan_id").equals("hecheng-employee")
                && row.get("category").equals("retired")
                && row.get("civil_servant").equals("false")
                && row.get("standing").equals("ACTIVE")
                && row.get("year_stays").equals("0"));
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
