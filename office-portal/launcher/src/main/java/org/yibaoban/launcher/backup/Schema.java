package org.yibaoban.launcher.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Makes the schema of a version. Flyway is among the server's libraries, not on the launcher's class path: it runs in a
 * Java of its own, which is told the database's address by its environment.
 */
public final class Schema {

    private static final int UNKNOWN_VERSION = 3;

    private Schema() {}

    /**
     * Runs the migrations up to a version.
     *
     * @param libraries the folder of the server's libraries
     */
    public static void make(Path jar, Path libraries, String databaseUrl, String version)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar + System.getProperty("path.separator") + libraries.resolve("*"),
                        Schema.class.getName(),
                        version))
                .redirectErrorStream(true);
        builder.environment().put("DB_URL", databaseUrl);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit == UNKNOWN_VERSION) {
            throw new BackupFault("The backup is of schema " + version + ", which this program does not know:"
                    + " take the program that wrote it, or a later one.");
        }
        if (exit != 0) {
            throw new BackupFault("The schema could not be made:\n" + said);
        }
    }

    /** In the Java of its own: the version. */
    public static void main(String[] arguments) {
        Flyway flyway = Flyway.configure()
                .dataSource(System.getenv("DB_URL"), null, null)
                .locations("classpath:db/migration")
                .target(arguments[0])
                .load();
        boolean known = Arrays.stream(flyway.info().all())
                .map(MigrationInfo::getVersion)
                .anyMatch(version -> version != null && version.getVersion().equals(arguments[0]));
        if (!known) {
            System.exit(UNKNOWN_VERSION);
        }
        flyway.migrate();
    }
}
