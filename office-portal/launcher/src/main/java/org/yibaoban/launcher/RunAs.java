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
        RunAs inNamespace = new RunAs(IN_NAMESPACE, false);
        if (!belongsToNobody(folder) && inNamespace.canRun(program)) {
            return inNamespace;
        }
        RunAs asNobody = new RunAs(AS_NOBODY, true);
        if (Tool.run(asNobody.command(List.of("true")), SECONDS).good()) {
            return asNobody;
        }
        throw new StartFault(
                "PostgreSQL does not run as root, and here neither 'unshare -U' nor 'setpriv' can run it as"
                        + " another user. Start as an ordinary user, or name an installed PostgreSQL with "
                        + Setting.DB_URL.naming() + ".");
    }

    /** Whether a program of the database runs this way where it stands: nobody may not enter every folder of root's. */
    boolean canRun(Path program) throws InterruptedException {
        return Tool.run(command(List.of(program.toString(), "--version")), SECONDS)
                .good();
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

    private static boolean belongsToNobody(Path folder) {
        try {
            return Files.isDirectory(folder)
                    && Files.getAttribute(folder, "unix:uid").equals(NOBODY);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
