package org.yibaoban.casebook;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar src/target/casebook.jar [--config DIR] PATH...} */
public final class CasebookMain {

    private static final String USAGE = "usage: java -jar casebook.jar [--config DIR] PATH...\n"
            + "  PATH   a case file, or a folder of case files (*.yaml)\n"
            + "  DIR    the configuration to run them against, default: config\n"
            + "exit: 0 all cases hold, 1 some do not, 2 a bad file";

    private CasebookMain() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out, err));
    }

    /** @return the exit code */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            return runPaths(args, out, err);
        } catch (InvalidPathException e) {
            // also a Chinese path under a locale without Chinese, such as LANG=C
            err.println("no path in this locale: " + e.getMessage() + "\n" + USAGE);
            return 2;
        }
    }

    private static int runPaths(List<String> args, PrintStream out, PrintStream err) {
        Path config = Path.of("config");
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--config") && i + 1 < args.size()) {
                i++;
                config = Path.of(args.get(i));
            } else if (arg.startsWith("-")) {
                err.println("unknown option " + arg + "\n" + USAGE);
                return 2;
            } else {
                paths.add(Path.of(arg));
            }
        }
        if (paths.isEmpty() || !Files.isDirectory(config)) {
            err.println(paths.isEmpty() ? USAGE : "no configuration folder " + config + "\n" + USAGE);
            return 2;
        }
        CasebookReport report = Casebook.of(config).run(paths);
        report.table().forEach(out::println);
        report.faults().forEach(err::println);
        out.println(report.count());
        return report.exitCode();
    }
}
