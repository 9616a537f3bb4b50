package org.yibaoban.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.yibaoban.membership.IdentityNumber;

/** Made-up employees, each with one discharged stay of 2,400.00 yuan, from the payer's register to the office. */
final class InsuredStays {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1961, 1, 1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final int count;

    InsuredStays(int count) {
        this.count = count;
    }

    List<String> visits() {
        return IntStream.range(0, count).mapToObj(InsuredStays::visit).toList();
    }

    void register(PoweredOffice office) throws IOException, SQLException {
        register(office.database());
    }

    /** @param database closed afterwards */
    void register(Connection database) throws SQLException {
        try (Connection connection = database;
                PreparedStatement insert = connection.prepareStatement(
                        "insert into payer_sandbox.member (member_number, identity_number, name, insurance_type,"
                                + " plan_id, category, poor, standing, account_balance)"
                                + " values (?, ?, ?, '310', 'hecheng-employee', 'in-service', false, 'ACTIVE', 300)")) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, member(i));
                insert.setString(2, identity(i));
                insert.setString(3, name(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Everything the HIS says of one stay: admitted, charged, discharged. */
    String messages(int i) {
        LocalDateTime admitted = LocalDateTime.now(ZONE).minusDays(2).withNano(0);
        String visit = visit(i);
        String person = "PID|1||F" + i + "^^^HIS^MR~" + identity(i) + "^^^GA^NI||" + name(i).charAt(0) + "^"
                + name(i).substring(1) + "||" + birth(i) + "|M\r";
        String place = "PV1|1|I|W0304A^01^05||||D990000000013|||0304|||||||||" + visit + "|||||||||||||||||||||||||"
                + TIME.format(admitted) + "\r";
        return head("ADT^A01^ADT_A01", visit + "a", admitted) + "EVN|A01|" + TIME.format(admitted) + "\r" + person
                + place + "DG1|1||I21.900^急性心肌梗死\r"
                + head("DFT^P03^DFT_P03", visit + "b", admitted) + "EVN|P03|" + TIME.format(admitted) + "\r" + person
                + place + "FT1|1|" + visit + "-1||" + TIME.format(admitted.plusHours(1))
                + "||CG|NUR000^护理|||20|2400.00|120.00|0304\r"
                + head("ADT^A03^ADT_A03", visit + "c", admitted.plusDays(1)) + "EVN|A03|"
                + TIME.format(admitted.plusDays(1)) + "\r" + person
                + place.replace("\r", "|" + TIME.format(admitted.plusDays(1)) + "\r");
    }

    /** A stay that is admitted only, and costs this much, in whole yuan. */
    String costing(int i, long yuan) {
        String[] messages = messages(i).split("(?=MSH)");
        return messages[0]
                + messages[1].replace(
                        "|||20|2400.00|120.00|", "|||" + yuan / 120 + "|" + yuan / 120 * 120 + ".00|120.00|");
    }

    /** A stay is admitted, and nothing more. */
    String admission(int i) {
        return messages(i).split("(?=MSH)")[0];
    }

    /** One more charge message of it, with lines of 2,400 yuan. */
    String charges(int i, int number, int lines) {
        String[] segments = messages(i)
                .split("(?=MSH)")[1]
                .replace("|" + visit(i) + "b|", "|" + visit(i) + "b" + number + "|")
                .split("(?=FT1)");
        StringBuilder message = new StringBuilder(segments[0]);
        for (int line = 1; line <= lines; line++) {
            message.append(segments[1]
                    .replace("FT1|1|", "FT1|" + line + "|")
                    .replace("|" + visit(i) + "-1|", "|" + visit(i) + "-" + number + "-" + line + "|"));
        }
        return message.toString();
    }

    static String member(int i) {
        return "F%015d".formatted(i);
    }

    private static String visit(int i) {
        return "FR%05d".formatted(i);
    }

    private static String name(int i) {
        return "安" + (char) ('\u6000' + i);
    }

    private static String birth(int i) {
        return FIRST_BIRTH.plusDays(i).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static String identity(int i) {
        String front = "990000" + birth(i) + "%03d".formatted(101 + i % 400 * 2);
        return front + IdentityNumber.check(front);
    }

    private static String head(String type, String control, LocalDateTime at) {
        return "MSH|^~\\&|HIS|990000|YIBAOBAN|990000|" + TIME.format(at) + "||" + type + "|" + control
                + "|P|2.5.1|||||CHN|UNICODE UTF-8\r";
    }
}
