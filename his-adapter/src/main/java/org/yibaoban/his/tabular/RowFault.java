package org.yibaoban.his.tabular;

/** A row that is not taken. It shows a value only where the value cannot be a person's. */
public final class RowFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RowReason reason;
    private final String column;
    private final String shown;
    private final String chinese;
    private final String english;

    private RowFault(RowReason reason, String column, String shown, String chinese, String english) {
        super(reason.code() + " " + column, null, false, false);
        this.reason = reason;
        this.column = column;
        this.shown = shown;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * @param column the header, or the field where the table has no such column
     * @param shown blank where the value may be a person's
     */
    static RowFault of(RowReason reason, String column, String shown) {
        return new RowFault(reason, column, shown, reason.chinese(), reason.english());
    }

    /** A refusal of the office, in its own words. */
    static RowFault refused(String chinese, String english) {
        return new RowFault(RowReason.REFUSED, "", "", chinese, english);
    }

    public RowReason reason() {
        return reason;
    }

    public String column() {
        return column;
    }

    public String shown() {
        return shown;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
