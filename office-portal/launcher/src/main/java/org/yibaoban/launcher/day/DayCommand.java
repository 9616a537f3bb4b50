package org.yibaoban.launcher.day;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.launcher.Command;
import org.yibaoban.launcher.Settings;

/** {@code yibaoban.jar day}: plays a hospital's day against the office that the launcher's settings describe. */
public final class DayCommand implements Command {

    @Override
    public String purpose() {
        return "plays a hospital's day through MLLP and HTTP and compares the books (docs/demo.md)";
    }

    /** What is given on the command line goes before the settings. */
    @Override
    public int run(List<String> arguments) throws InterruptedException {
        Settings settings = Settings.read(List.of());
        List<String> all = new ArrayList<>(List.of(
                "--config=" + settings.config(),
                "--mllp=localhost:" + settings.mllpPort(),
                "--http=http://localhost:" + settings.httpPort()));
        all.addAll(arguments);
        return new Day(Clock.systemUTC(), System.out).play(all);
    }
}
