package org.yibaoban.office.tabular;

import java.time.Instant;
import java.util.Optional;

/**
 * A load as pages and programs see it.
 *
 * @param state UPLOADED, CHECKING, CHECKED, QUEUED, LOADING, DONE, FAILED or STOPPED
 * @param expected rows that the dry run counted, 0 before it
 * @param unknownColumns columns that the map does not know
 * @param fileGoneAt when its file was removed; it cannot be loaded after that
 */
public record LoadView(
        long id,
        String channel,
        String table,
        String fileName,
        long size,
        Instant createdAt,
        String createdBy,
        String state,
        long expected,
        LoadCount count,
        String unknownColumns,
        String chinese,
        String english,
        String incident,
        Optional<Instant> finishedAt,
        Optional<Instant> fileGoneAt) {

    /** How far, in whole percent; 0 where it cannot be told. */
    public int percent() {
        return expected == 0 ? 0 : (int) Math.min(100, count.rows() * 100 / expected);
    }

    public boolean isRunning() {
        return switch (state) {
            case "UPLOADED", "CHECKING", "QUEUED", "LOADING" -> true;
            default -> false;
        };
    }

    public boolean isChecked() {
        return state.equals("CHECKED") && fileGoneAt.isEmpty();
    }

    /** Whether it may be taken up again: what was applied is not applied twice. */
    public boolean isResumable() {
        return expected > 0 && fileGoneAt.isEmpty() && (state.equals("FAILED") || state.equals("STOPPED"));
    }
}
