package org.yibaoban.catalogue;

import java.util.Arrays;

/**
 * How alike two items are by name and specification: the share of pairs of neighbouring characters that both have (Dice),
 * the name counted twice as much. Pairs, as Chinese names are too short for threes; letters, digits and Chinese alike,
 * which PostgreSQL's trigram search leaves out in a database of locale C.
 */
public final class Likeness {

    /** Below this percentage two names have little but a common ending. */
    public static final int WORTH_SHOWING = 35;

    private static final int NAME_COUNTS = 2;

    private final int[] name;
    private final int[] specification;

    private Likeness(int[] name, int[] specification) {
        this.name = name;
        this.specification = specification;
    }

    public static Likeness of(String name, String specification) {
        return new Likeness(pairs(name), pairs(specification));
    }

    /** 0 to 100; a specification that one of them lacks does not count. */
    public int percent(Likeness other) {
        int names = dice(name, other.name);
        return specification.length == 0 || other.specification.length == 0
                ? names
                : (names * NAME_COUNTS + dice(specification, other.specification)) / (NAME_COUNTS + 1);
    }

    /** Sorted, each once: two characters in one number. Brackets, blanks and signs are left out. */
    private static int[] pairs(String text) {
        int[] characters = text.chars()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .toArray();
        int[] pairs = new int[Math.max(characters.length - 1, 0)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = characters[i] << Character.SIZE | characters[i + 1];
        }
        return Arrays.stream(pairs).sorted().distinct().toArray();
    }

    private static int dice(int[] one, int[] other) {
        if (one.length + other.length == 0) {
            return 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return 200 * common / (one.length + other.length);
    }
}
