package org.yibaoban.bulletin;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the office writes for the desks.
 *
 * @param title in Chinese
 * @param englishTitle blank where it was not written in English
 * @param from first day on which the desks see it
 * @param to last day; empty while it has no end
 */
public record Bulletin(
        BulletinKind kind,
        String title,
        String text,
        String englishTitle,
        String englishText,
        LocalDate from,
        Optional<LocalDate> to) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 10_000;

    public Bulletin {
        title = words(title);
        text = words(text);
        englishTitle = words(englishTitle);
        englishText = words(englishText);
    }

    private static String words(String given) {
        return given == null ? "" : given.strip();
    }

    /** Whether all is there and nothing too long; English is there wholly or not at all. */
    public boolean isWhole() {
        return !title.isEmpty()
                && !text.isEmpty()
                && englishTitle.isEmpty() == englishText.isEmpty()
                && Math.max(title.length(), englishTitle.length()) <= LONGEST_TITLE
                && Math.max(text.length(), englishText.length()) <= LONGEST_TEXT
                && to.map(end -> !end.isBefore(from)).orElse(true);
    }

    public String titleIn(boolean chinese) {
        return chinese || englishTitle.isEmpty() ? title : englishTitle;
    }

    public String textIn(boolean chinese) {
        return chinese || englishText.isEmpty() ? text : englishText;
    }
}
