package org.yibaoban.his.dialect;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The dialects of all senders; whoever has none of its own speaks the standard one. */
public final class Dialects {

    private static final String ANYBODY = "*|*";

    private final Dialect standard;
    private final Map<String, Dialect> bySender = new HashMap<>();

    /** @throws IllegalArgumentException when two dialects are for one sender */
    public Dialects(Dialect standard, List<Dialect> own) {
        this.standard = standard;
        for (Dialect dialect : own) {
            for (String sender : dialect.senders()) {
                Dialect other = bySender.put(sender, dialect);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "sender " + sender + " has two dialects: " + other.id() + " and " + dialect.id());
                }
            }
        }
    }

    /** Only the standard dialect. */
    public static Dialects standard() {
        return new Dialects(DialectReader.standard(), List.of());
    }

    /** @param sender MSH-3 and MSH-4, such as {@code WINNING|H01} */
    public Dialect of(String sender) {
        int bar = sender.indexOf('|');
        String application = bar < 0 ? sender : sender.substring(0, bar);
        String facility = bar < 0 ? "" : sender.substring(bar + 1);
        return Stream.of(sender, application + "|*", "*|" + facility, ANYBODY)
                .map(bySender::get)
                .filter(dialect -> dialect != null)
                .findFirst()
                .orElse(standard);
    }

    /** Sorted, the standard one included. */
    public List<String> ids() {
        return Stream.concat(Stream.of(standard), bySender.values().stream())
                .map(Dialect::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** The charset of a sender whose MSH-18 does not count. */
    public Optional<Charset> charset(String sender) {
        return of(sender).charset();
    }
}
