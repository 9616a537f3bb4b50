package org.yibaoban.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.control.TrailCheck;
import org.yibaoban.store.TrailReading;

/** Follows the trail's chain and names the first entry that is changed or missing; the office may run meanwhile. */
final class TrailCheckCommand implements Command {

    private static final String HEAD = "--head=";

    @Override
    public String purpose() {
        return "follows the audit trail; --head=number:hash is a head noted before. Exit code 1 when something is changed or missing";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        List<String> others = new ArrayList<>(arguments);
        Optional<String> head =
                arguments.stream().filter(one -> one.startsWith(HEAD)).findFirst();
        head.ifPresent(others::remove);
        TrailCheck check = new TrailCheck(head.map(text -> noted(text.substring(HEAD.length()))));
        return OfficeBooks.read(Settings.read(others), url -> check(url, check));
    }

    private static TrailCheck.Head noted(String text) {
        try {
            return TrailCheck.Head.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingFault(e.getMessage());
        }
    }

    private static int check(String url, TrailCheck check) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Optional<String> fault = TrailReading.check(connection, check);
            System.out.println(fault.map(text -> "The trail is NOT whole: " + text)
                    .orElse("The trail is whole: " + check.reached().number()
                            + " entries. Head, to be noted elsewhere: " + check.reached()));
            return fault.isPresent() ? 1 : 0;
        }
    }
}
