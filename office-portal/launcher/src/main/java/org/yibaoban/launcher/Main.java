package org.yibaoban.launcher;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.launcher.backup.BackupFault;
import org.yibaoban.launcher.day.DayCommand;

/** The product's one runnable jar: {@code java -jar yibaoban.jar [command] [--setting=value ...]}. */
public final class Main {

    private static final String DEFAULT_COMMAND = "start";

    private Main() {}

    private static Map<String, Command> commands() {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put(DEFAULT_COMMAND, new Start());
        commands.put("day", new DayCommand());
        commands.put("backup", new BackupCommand(Clock.systemDefaultZone()));
        commands.put("restore", new RestoreCommand());
        commands.put("trail-check", new TrailCheckCommand());
        commands.put("retention", new RetentionCommand(Clock.systemDefaultZone()));
        return commands;
    }

    /** Ends with 0 when the command did its work, 1 when it could not, 2 when it was not understood. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    static int run(List<String> arguments) {
        boolean named = !arguments.isEmpty() && !arguments.get(0).startsWith("--");
        String name = named ? arguments.get(0) : DEFAULT_COMMAND;
        Command command = commands().get(name);
        if (command == null || arguments.contains("--help")) {
            usage();
            return command == null && !name.equals("help") ? 2 : 0;
        }
        try {
            return command.run(named ? arguments.subList(1, arguments.size()) : arguments);
        } catch (SettingFault | StartFault | BackupFault fault) {
            System.err.println(fault.getMessage());
            return fault instanceof SettingFault ? 2 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception e) {
            System.err.println("Unexpected: " + e);
            e.printStackTrace();
            return 1;
        }
    }

    private static void usage() {
        System.out.println("java -jar yibaoban.jar [command] [--setting=value ...]");
        System.out.println();
        commands().forEach((name, command) -> System.out.printf("  %-12s %s%n", name, command.purpose()));
        System.out.println();
        System.out.println(Setting.describeAll());
    }
}
