package org.yibaoban.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yibaoban.launcher.backup.Backup;

/** {@code yibaoban.jar backup FILE|FOLDER}: one file with all books as of now; the office may run or stand. */
final class BackupCommand implements Command {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Clock clock;

    BackupCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String purpose() {
        return "backup FILE|FOLDER: writes all books as of now into one file; nothing need be stopped";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        if (arguments.isEmpty() || arguments.get(0).startsWith("--")) {
            throw new SettingFault("backup needs a file, or a folder in which a file named by the time is made");
        }
        Path file = file(Path.of(arguments.get(0)).toAbsolutePath().normalize());
        Settings settings = Settings.read(arguments.subList(1, arguments.size()));
        String told = OfficeBooks.read(settings, url -> Backup.take(url, file));
        System.out.println(told);
        return 0;
    }

    private Path file(Path named) {
        return Files.isDirectory(named)
                ? named.resolve("yibaoban-" + STAMP.format(LocalDateTime.now(clock)) + ".backup")
                : named;
    }
}
