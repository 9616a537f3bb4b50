package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * How the database's programs are run. PostgreSQL refuses to run as root, so for root they run in a user namespace of
 * their own, where root's files still are theirs; where the machine refuses that (most containers), as the user
 * "nobody", to whom the database's folder then belongs.
 */
final class RunAs {

    private static final int NOBODY = 65534;
    private static final int SECONDS = 10;
    private static final List<String> IN_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    /** For a state folder that nobody could not enter, such as one below /root. */
    private static final List<String> AS_NOBODY_ENTERING = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    private final List<String> prefix;
    private final boolean nobody;

    private RunAs(List<String> prefix, boolean nobody) {
        this.prefix = prefix;
        this.nobody = nobody;
    }

    /**
     * Finds the way that works here.
     *
     * @param program any program of the database
     * @param folder of the database; a folder that was nobody's stays nobody's
     */
    static RunAs choose(Path program, Path folder) throws InterruptedException {
        if (!Tool.run(List.of("id", "-u"), SECONDS).output().strip().equals("0")) {
            return new RunAs(List.of(), false);
        }
        if (!belongsToNobody(folder) && works(IN_NAMESPACE, program)) {
            return new RunAs(IN_NAMESPACE, false);
        }
        for (List<String> way : List.of(AS_NOBODY, AS_NOBODY_ENTERING)) {
            if (works(way, program)) {
                return new RunAs(way, true);
            }
        }
        throw new StartFault(
                "PostgreSQL does not run as root, and here neither 'unshare -U' nor 'setpriv' can run it as"
                        + " another user. Start as an ordinary user, or name an installed PostgreSQL with "
                        + Setting.DB_URL.naming() + ".");
    }

    /** The command as it has to be given. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a folder with all it holds to the user the database runs as. */
    void giveFolder(Path folder) throws IOException {
        if (!nobody) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                return visitFile(visited, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean works(List<String> way, Path program) throws InterruptedException {
        List<String> trial = new ArrayList<>(way);
        trial.addAll(List.of(program.toString(), "--version"));
        return Tool.run(trial, SECONDS).good();
    }

    private static boolean belongsToNobody(Path folder) {
        try {
            return Files.isDirectory(folder)
                    && Files.getAttribute(folder, "unix:uid").equals(NOBODY);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
