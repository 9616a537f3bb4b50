package org.yibaoban.portal.desk;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yibaoban.office.review.ReviewCase;

/** What a reader sees of what components write: their words without marks, scripts and fields. */
final class ShownText extends ResponseWriter {

    /** What stands in them is no word of the cell, or a deed that can be done there. */
    private static final Set<String> UNREAD = Set.of("script", "style", "button", "select", "textarea");

    /** Beside what stands around them, or below it. */
    private static final Set<String> APART = Set.of("div", "p", "br", "li", "dt", "dd", "tr", "td", "h3", "span");

    /** The class of what names a person or says how to reach one. */
    private static final String PERSON = "person";

    private final StringBuilder words = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final boolean masked;
    /** How many elements were open at the one that tells of a person; 0 outside of such. */
    private int person;

    /** @param masked whether what tells of a person is hidden but for its first character */
    ShownText(boolean masked) {
        this.masked = masked;
    }

    /** The words, each run of blanks as one. */
    String words() {
        return words.toString().replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private boolean read() {
        return open.stream().noneMatch(UNREAD::contains);
    }

    private void add(String text) {
        if (read()) {
            words.append(masked && person > 0 ? ReviewCase.masked(text) : text);
        }
    }

    private void addApart(String element) {
        if (APART.contains(element)) {
            words.append(' ');
        }
    }

    @Override
    public void startElement(String name, UIComponent component) {
        open.push(name.toLowerCase(Locale.ROOT));
        addApart(open.peek());
    }

    @Override
    public void endElement(String name) {
        open.removeFirstOccurrence(name.toLowerCase(Locale.ROOT));
        if (open.size() < person) {
            person = 0;
        }
        addApart(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void writeText(Object text, String property) {
        add(String.valueOf(text));
    }

    @Override
    public void writeText(char[] text, int offset, int length) {
        add(new String(text, offset, length));
    }

    /** Written as it is: words of the template, or whole marks, which are no words. */
    @Override
    public void write(char[] text, int offset, int length) {
        String raw = new String(text, offset, length);
        if (raw.indexOf('<') < 0) {
            add(raw.replace("&nbsp;", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&"));
        }
    }

    @Override
    public void writeComment(Object comment) {
        // not seen
    }

    @Override
    public void writeAttribute(String name, Object value, String property) {
        if (person == 0
                && "class".equals(name)
                && List.of(String.valueOf(value).split(" ")).contains(PERSON)) {
            person = open.size();
        }
    }

    @Override
    public void writeURIAttribute(String name, Object value, String property) {
        // not seen
    }

    @Override
    public String getContentType() {
        return "text/html";
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new ShownText(masked);
    }

    @Override
    public void startDocument() {
        // nothing is kept of it
    }

    @Override
    public void endDocument() {
        // nothing is kept of it
    }

    @Override
    public void flush() {
        // nothing waits
    }

    @Override
    public void close() {
        // nothing is held
    }
}
