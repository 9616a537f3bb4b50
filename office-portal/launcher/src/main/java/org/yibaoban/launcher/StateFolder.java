package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder that survives a restart. One launcher at a time; the lock goes with the process, even a killed one. */
final class StateFolder implements AutoCloseable {

    private static final int STOP_SECONDS = 15;

    private final Path folder;
    private final FileChannel lockFile;

    private StateFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Makes the folder when absent and takes it for this process. */
    static StateFolder take(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                throw new StartFault("Already running with the state folder " + folder
                        + ". Stop that one first, or choose another folder with " + Setting.STATE.naming() + ".");
            }
            return new StateFolder(folder, lockFile);
        } catch (IOException e) {
            throw new StartFault(
                    "The state folder " + folder + " cannot be used: " + e + ". Choose another with "
                            + Setting.STATE.naming() + ".",
                    e);
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** A folder for what the server needs only while it runs, empty. */
    Path freshTemporary() throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Folders.emptyOut(temporary);
        return temporary;
    }

    /** Notes the server's process, so that the next start finds it should this launcher be killed. */
    void noteServer(long pid) throws IOException {
        Files.writeString(folder.resolve("server.pid"), String.valueOf(pid));
    }

    /** Ends a server that a killed launcher left behind. A process number that is another program's by now is let be. */
    void stopLeftoverServer() throws InterruptedException {
        Path note = folder.resolve("server.pid");
        try {
            if (!Files.exists(note)) {
                return;
            }
            String pid = Files.readString(note).strip();
            if (pid.matches("[0-9]{1,18}")) {
                ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs).ifPresent(StateFolder::end);
            }
            Files.delete(note);
        } catch (IOException e) {
            throw new StartFault("The server of an earlier start cannot be looked up in " + note + ": " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).stream()
                        .anyMatch(argument ->
                                argument.contains(folder.resolve("runtime").toString())))
                .orElse(false);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
