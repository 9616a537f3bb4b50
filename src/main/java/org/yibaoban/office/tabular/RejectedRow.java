package org.yibaoban.office.tabular;

/**
 * A row that was not taken.
 *
 * @param row its line in the file, 0 for a row of a view
 * @param key what identifies it, blank where that could not be read
 * @param column header of the column at fault, blank where it is the row as a whole
 * @param shown the value, blank where it may be a person's
 * @param incident where the office refused it
 */
public record RejectedRow(
        long row,
        String key,
        String column,
        String shown,
        String code,
        String chinese,
        String english,
        String incident) {}
