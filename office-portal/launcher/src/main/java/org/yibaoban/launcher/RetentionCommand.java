package org.yibaoban.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.config.RetentionReader;
import org.yibaoban.control.RecordKind;
import org.yibaoban.control.Retention;
import org.yibaoban.control.RetentionRule;
import org.yibaoban.store.RetentionReading;
import org.yibaoban.store.RetentionReading.Beyond;

/** Counts what is kept beyond its time, by kind; it removes nothing, and the office may run meanwhile. */
final class RetentionCommand implements Command {

    private final Clock clock;

    RetentionCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String purpose() {
        return "counts by kind what is kept beyond the times of config/retention.yaml; removes nothing";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Settings settings = Settings.read(arguments);
        Retention retention = RetentionReader.read(settings.config());
        return OfficeBooks.read(settings, url -> show(url, retention));
    }

    private int show(String url, Retention retention) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            for (RecordKind kind : RecordKind.values()) {
                Optional<RetentionRule> rule = retention.inForce(kind, today);
                if (rule.isPresent()) {
                    LocalDate before = rule.get().beyond(today);
                    System.out.println(line(rule.get(), before, RetentionReading.count(connection, kind, before)));
                }
            }
        }
        return 0;
    }

    private static String line(RetentionRule rule, LocalDate before, Beyond counted) {
        return "%s %s, before %s: %d beyond, %d more held back because something is open%s (%s)"
                .formatted(
                        rule.kind().key(),
                        rule.kind().chinese(),
                        before,
                        counted.beyond(),
                        counted.held(),
                        counted.oldest().map(day -> ", oldest " + day).orElse(""),
                        rule.source());
    }
}
