package org.yibaoban.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yibaoban.membership.IdentityNumber;

/** Made-up employees, each with one discharged stay of class A drugs that nothing stands in the way of. */
final class ClaimedStays {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1961, 1, 1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Charged once a day each; further down the catalogue are some that are not mapped. */
    private static final int ITEMS = 20;

    private static final int DAYS = 27;
    private static final int PRICE_COLUMN = 9;

    private final int first;
    private final int lines;
    private final List<String[]> items;
    private final LocalDateTime admitted =
            LocalDateTime.now(ZONE).minusDays(DAYS + 1).withNano(0);

    /**
     * @param first number of the first of them: nobody has two stays
     * @param lines of each stay's ledger
     */
    ClaimedStays(int first, int lines, Path config) throws IOException {
        this.first = first;
        this.lines = lines;
        try (var catalogue = Files.lines(config.resolve("catalogue/items.csv"))) {
            this.items = catalogue
                    .filter(line -> line.startsWith("Y0") && line.contains(",drug,A,"))
                    .map(line -> line.split(",", -1))
                    .limit(ITEMS)
                    .toList();
        }
    }

    static String visit(int number) {
        return "SB%06d".formatted(number);
    }

    /** Has them known to the payer, admitted, charged, discharged, and their standing answered. */
    void bring(int count, String database, int mllpPort) throws Exception {
        try (Connection connection = DriverManager.getConnection(database)) {
            register(connection, count);
            try (Door door = new Door(mllpPort)) {
                for (int i = first; i < first + count; i++) {
                    for (String message : messages(i)) {
                        door.work(message.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            awaitStanding(connection);
        }
    }

    private void register(Connection connection, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into payer_sandbox.member (member_number, identity_number, name, insurance_type,"
                        + " plan_id, category, poor, standing, account_balance)"
                        + " values (?, ?, ?, '310', 'hecheng-employee', 'in-service', false, 'ACTIVE', 300)")) {
            for (int i = first; i < first + count; i++) {
                insert.setString(1, "SB%014d".formatted(i));
                insert.setString(2, identity(i));
                insert.setString(3, name(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void awaitStanding(Connection connection) throws Exception {
        try (PreparedStatement open = connection.prepareStatement("select count(*) from visit where number like 'SB%'"
                + " and (membership_state <> 'VERIFIED' or status <> 'DISCHARGED')"
                + " or exists (select 1 from outbox) or exists (select 1 from audit_due)")) {
            while (count(open) > 0) {
                Thread.sleep(200);
            }
        }
    }

    private static long count(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> messages(int i) {
        String visit = visit(i);
        LocalDateTime discharged = admitted.plusDays(DAYS);
        String person = "PID|1||SB" + i + "^^^HIS^MR~" + identity(i) + "^^^GA^NI||" + name(i).charAt(0) + "^"
                + name(i).substring(1) + "||" + birth(i) + "|M\r";
        String place = "PV1|1|I|W0304A^01^05||||D990000000013|||0304|||||||||" + visit + "|".repeat(25)
                + TIME.format(admitted);
        StringBuilder charges = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            String[] item = items.get(line % items.size());
            String at = TIME.format(admitted.plusDays(line / items.size()).plusMinutes(1 + line % items.size()));
            String price = item[PRICE_COLUMN];
            charges.append("FT1|" + (line + 1) + "|" + visit + "-" + line + "||" + at + "|" + at + "|CG|" + item[0]
                    + "^" + item[0] + "|||1|" + price + "|" + price + "|0304\r");
        }
        return List.of(
                head("ADT^A01^ADT_A01", visit + "a", admitted) + "EVN|A01|" + TIME.format(admitted) + "\r" + person
                        + place + "\rDG1|1||I21.900^急性心肌梗死\r",
                head("DFT^P03^DFT_P03", visit + "b", discharged) + "EVN|P03|" + TIME.format(discharged) + "\r" + person
                        + place + "\r" + charges,
                head("ADT^A03^ADT_A03", visit + "c", discharged) + "EVN|A03|" + TIME.format(discharged) + "\r" + person
                        + place + "|" + TIME.format(discharged) + "\r");
    }

    private static String name(int i) {
        return "安" + (char) ('\u4e00' + i);
    }

    private static String birth(int i) {
        return FIRST_BIRTH.plusDays(i).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String identity(int i) {
        String front = "990000" + birth(i) + "%03d".formatted(101 + i % 400 * 2);
        return front + IdentityNumber.check(front);
    }

    private static String head(String type, String control, LocalDateTime at) {
        return "MSH|^~\\&|HIS|990000|YIBAOBAN|990000|" + TIME.format(at) + "||" + type + "|" + control
                + "|P|2.5.1|||||CHN|UNICODE UTF-8\r";
    }
}
