package org.yibaoban.audit;

/** A charge line that cannot be audited, such as a reversal of more than is left. It names the line and the key. */
public class AuditFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;
    private final String key;
    private final String reason;

    /**
     * @param line the line at fault
     * @param key what is wrong with it, in the words of the case files, such as {@code reverses}
     */
    public AuditFault(LineId line, String key, String reason) {
        super("line " + line + ", key " + key + ": " + reason);
        this.line = line.value();
        this.key = key;
        this.reason = reason;
    }

    public LineId line() {
        return new LineId(line);
    }

    public String key() {
        return key;
    }

    public String reason() {
        return reason;
    }
}
