package org.yibaoban.launcher;

import java.nio.file.Path;
import java.util.Optional;

/** The office's database for a command that reads it: the one that runs, else its own started for the time of the work. */
final class OfficeBooks {

    /** What is done with the database's address. */
    @FunctionalInterface
    interface Work<T> {

        T at(String url) throws Exception;
    }

    private OfficeBooks() {}

    /** @throws Exception what the work throws, or why the database cannot be started */
    static <T> T read(Settings settings, Work<T> work) throws Exception {
        Optional<String> url = settings.databaseUrl().or(() -> Postgres.runningFor(settings.state()));
        if (url.isPresent()) {
            return work.at(url.get());
        }
        try (StateFolder state = StateFolder.take(settings.state())) {
            Path runtime = new Bundle(Settings.ownJar()).unpackInto(state.resolve("runtime"));
            Database database = Postgres.start(runtime, settings.state());
            try {
                return work.at(database.url());
            } finally {
                database.stop();
            }
        }
    }
}
