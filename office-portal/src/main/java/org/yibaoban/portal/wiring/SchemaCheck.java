package org.yibaoban.portal.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateOutput;

/**
 * Looked at before any migration runs: whether what ran on this database before is what this program knows. Flyway alone
 * would let an old program work on a newer schema.
 */
final class SchemaCheck {

    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
    private static final Set<MigrationState> UNKNOWN =
            Set.of(MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED);

    private SchemaCheck() {}

    /**
     * What will run, oldest first.
     *
     * @throws SchemaFault when the schema is newer than the program, holds a migration the program does not know or knows
     *     otherwise, or one that failed half way
     */
    static List<String> pending(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        String known = Arrays.stream(all)
                .filter(migration -> !NEWER.contains(migration.getState()) && migration.getVersion() != null)
                .reduce((one, later) -> later)
                .map(migration -> migration.getVersion().getVersion())
                .orElse("none");
        refuse(
                all,
                NEWER,
                "The database's schema is newer than this program, which knows it up to " + known
                        + ". Start the program that upgraded it; to go back, restore the backup taken before the upgrade. It has: ");
        refuse(all, UNKNOWN, "The database's schema has migrations that this program does not know: ");
        refuse(
                all,
                Set.of(MigrationState.FAILED),
                "A migration failed half way. Restore the backup taken before the upgrade, and tell the makers: ");
        changed(flyway);
        return Arrays.stream(flyway.info().pending()).map(SchemaCheck::name).toList();
    }

    private static void refuse(MigrationInfo[] all, Set<MigrationState> states, String why) {
        List<String> found = Arrays.stream(all)
                .filter(migration -> states.contains(migration.getState()))
                .map(SchemaCheck::name)
                .toList();
        if (!found.isEmpty()) {
            throw new SchemaFault(why + String.join(", ", found));
        }
    }

    /** One whose text is another than when it ran: the program is not the one its version says. */
    private static void changed(Flyway flyway) {
        List<String> changed = flyway.validateWithResult().invalidMigrations.stream()
                .filter(output -> !pending(output.errorDetails))
                .map(SchemaCheck::name)
                .toList();
        if (!changed.isEmpty()) {
            throw new SchemaFault("Migrations ran on this database with another text than this program holds: "
                    + String.join(", ", changed));
        }
    }

    private static boolean pending(ErrorDetails details) {
        return details != null && details.errorCode.toString().contains("NOT_APPLIED");
    }

    private static String name(MigrationInfo migration) {
        return (migration.getVersion() == null
                        ? ""
                        : "V" + migration.getVersion().getVersion() + " ")
                + migration.getDescription();
    }

    private static String name(ValidateOutput output) {
        return "V" + output.version + " " + output.description;
    }
}
