package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for what the office knows of persons, and for pieces of messages, where neither may stand. */
final class PersonsInLogs {

    /** Names, identity numbers and phones as the HIS sent them and as the payer's register has them. */
    private static final List<String> WHO = List.of(
            "select name from patient",
            "select identity_number from patient",
            "select name from payer_sandbox.member",
            "select identity_number from payer_sandbox.member",
            "select distinct split_part(substring(convert_from(content, 'UTF8') from 'PID[^\\r]*'), '|', 14)"
                    + " from raw_message where position('PID|'::bytea in content) > 0");

    private static final int SHORTEST = 2;

    /** Openings of message bodies: HL7 v2 segments, FHIR, CDS Hooks. */
    private static final List<String> BODIES = List.of(
            "MSH|^~", "PID|", "PV1|", "FT1|", "DG1|", "\"resourceType\"", "\"hookInstance\"", "\"draftOrders\"");

    private final Set<String> sought = new LinkedHashSet<>(BODIES);

    /** @param database closed afterwards */
    PersonsInLogs(Connection database) throws SQLException {
        try (database;
                Statement statement = database.createStatement()) {
            for (String who : WHO) {
                try (ResultSet rows = statement.executeQuery(who)) {
                    while (rows.next()) {
                        add(rows.getString(1));
                    }
                }
            }
        }
    }

    private void add(String value) {
        if (value != null && value.strip().length() >= SHORTEST) {
            sought.add(value.strip());
        }
    }

    int known() {
        return sought.size();
    }

    /** Of a file, or of all files in a folder: where, and what. */
    List<String> foundIn(Path place) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(foundIn(
                        file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    List<String> foundIn(String what, String text) {
        if (text.isBlank()) {
            throw new AssertionError(what + " is empty: nothing was looked at");
        }
        return text.lines()
                .flatMap(line -> sought.stream().filter(line::contains).map(one -> what + " has " + one + ": " + line))
                .toList();
    }
}
