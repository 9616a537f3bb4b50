package org.yibaoban.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yibaoban.launcher.backup.Restore;
import org.yibaoban.launcher.backup.Schema;

/** {@code yibaoban.jar restore FILE}: brings a backup's books back into an empty database; the office must stand. */
final class RestoreCommand implements Command {

    @Override
    public String purpose() {
        return "restore FILE: brings a backup back into an empty database; start afterwards";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        if (arguments.isEmpty() || !Files.isRegularFile(Path.of(arguments.get(0)))) {
            throw new SettingFault("restore needs the file of a backup");
        }
        Path file = Path.of(arguments.get(0)).toAbsolutePath().normalize();
        Settings settings = Settings.read(arguments.subList(1, arguments.size()));
        try (StateFolder state = StateFolder.take(settings.state())) {
            Path runtime = new Bundle(Settings.ownJar()).unpackInto(state.resolve("runtime"));
            Database database = settings.databaseUrl().isPresent()
                    ? Database.installed(settings.databaseUrl().get())
                    : Postgres.start(runtime, settings.state());
            try {
                System.out.println(Restore.bringBack(
                        file,
                        database.url(),
                        (url, version) -> Schema.make(Settings.ownJar(), runtime.resolve("libs"), url, version)));
            } finally {
                database.stop();
            }
        }
        return 0;
    }
}
