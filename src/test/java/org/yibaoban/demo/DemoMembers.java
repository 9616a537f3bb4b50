package org.yibaoban.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.yibaoban.membership.IdentityNumber;

/**
 * Makes {@code config/demo/members.csv}: the people whom the demonstration's payer insures. All are made up; their
 * identity numbers lie on the unassigned area 990000 and carry a valid check character (GB 11643).
 */
final class DemoMembers {

    static final List<String> COLUMNS = List.of(
            "identity_number",
            "name",
            "sex",
            "birth",
            "member_number",
            "insurance_type",
            "plan_id",
            "category",
            "poor",
            "standing",
            "account_balance",
            "year_stays",
            "year_basic_fund",
            "year_large_amount",
            "year_serious_burden",
            "year_serious_illness",
            "year_assistance",
            "year_outpatient_fund",
            "civil_servant");

    private static final int COUNT = 200;
    private static final String SURNAMES = "禾麦沈顾陆江俞柏汪卞岑薛邬盛柯骆祁霍阮蓝詹芮储翟晏洪瞿冉秋闵颜殷路宫耿戚焦桂柴苗贺谈邵";
    private static final String GIVEN = "安宁平和清明远山川海云松竹梅兰菊荷枫桐林晨曦朝阳春夏秋冬星辰月华文武德信义礼智勇健康乐欣怡静雅";
    /** Characters that old software loses: U+4DAE, U+2CB5A and U+20BB7, the last two outside the basic plane. */
    private static final List<String> RARE = List.of("陆䶮", "江𬭚", "𠮷明远", "沈𬭚清", "顾䶮之", "俞𠮷");

    private final Random random = new Random(990000);
    private final Set<String> numbers = new HashSet<>();

    private DemoMembers() {}

    static String file() {
        DemoMembers members = new DemoMembers();
        StringBuilder file = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (int i = 0; i < COUNT; i++) {
            file.append(members.line(i)).append('\n');
        }
        return file.toString();
    }

    /** Of ten people four are in service, two are retired and four are residents. */
    private String line(int index) {
        String category = List.of(
                        "in-service",
                        "in-service",
                        "in-service",
                        "in-service",
                        "retired",
                        "retired",
                        "resident",
                        "resident",
                        "resident",
                        "resident")
                .get(index % 10);
        boolean employee = !category.equals("resident");
        LocalDate birth = birth(category);
        boolean male = random.nextBoolean();
        return String.join(
                ",",
                identity(birth, male),
                index % 33 == 7 ? RARE.get(index / 33 % RARE.size()) : name(),
                male ? "1" : "2",
                birth.toString(),
                String.format("990000%010d", 26_000_000 + index),
                employee ? "310" : "390",
                plan(index, employee),
                category,
                String.valueOf(index % 20 == 8),
                standing(index),
                employee ? yuan(random.nextInt(900_000)) : "0.00",
                used(index, employee),
                String.valueOf(index % 10 == 2 || index % 20 == 5));
    }

    /** A few employees live elsewhere, and are filed for treatment away from home. */
    private static String plan(int index, boolean employee) {
        if (!employee) {
            return "hecheng-resident";
        }
        return index % 20 == 3 || index % 40 == 12 ? "hecheng-employee-away" : "hecheng-employee";
    }

    private static String standing(int index) {
        if (index % 40 == 13) {
            return "SUSPENDED";
        }
        return index % 40 == 29 ? "UNFILED" : "ACTIVE";
    }

    /** Most have used nothing yet, some a little, a few stand right below a yearly cap. */
    private String used(int index, boolean employee) {
        if (index % 25 == 11) {
            return employee
                    ? "5,148500.00,0.00,0.00,0.00,0.00,300.00"
                    : "6,148800.00,0.00,92000.00,46200.00,29400.00,280.00";
        }
        if (index % 4 != 1) {
            return "0,0.00,0.00,0.00,0.00,0.00,0.00";
        }
        int basic = 200_000 + random.nextInt(1_800_000);
        return String.join(
                ",",
                String.valueOf(1 + random.nextInt(2)),
                yuan(basic),
                "0.00",
                employee ? "0.00" : yuan(basic / 2),
                "0.00",
                "0.00",
                yuan(random.nextInt(20_000)));
    }

    private LocalDate birth(String category) {
        return switch (category) {
            case "in-service" -> LocalDate.of(1967, 1, 1).plusDays(random.nextInt(13_000));
            case "retired" -> LocalDate.of(1938, 1, 1).plusDays(random.nextInt(9_500));
            default -> LocalDate.of(1936, 1, 1).plusDays(random.nextInt(32_000));
        };
    }

    private String identity(LocalDate birth, boolean male) {
        while (true) {
            int sequence = random.nextInt(499) * 2 + (male ? 1 : 2);
            String body = "990000" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
            if (numbers.add(body)) {
                return body + IdentityNumber.check(body);
            }
        }
    }

    private String name() {
        String surname = String.valueOf(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        char first = GIVEN.charAt(random.nextInt(GIVEN.length()));
        return random.nextInt(3) == 0
                ? surname + first
                : surname + first + GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private static String yuan(int fen) {
        return String.format("%d.%02d", fen / 100, fen % 100);
    }
}
