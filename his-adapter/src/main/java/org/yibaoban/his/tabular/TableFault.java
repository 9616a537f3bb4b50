package org.yibaoban.his.tabular;

/** A file or view that cannot be read as the table it is said to be. Holds no row's content. */
public final class TableFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    public TableFault(String chinese, String english) {
        super(chinese + " / " + english);
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
