package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.desk.MessageBoard;
import org.yibaoban.office.desk.MessageRow;
import org.yibaoban.portal.i18n.Language;

/** The latest messages from the HIS, with what became of them. */
@Named
@ViewScoped
public class MessageDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many as one looks through; older ones are found by the filter. */
    private static final int SHOWN = 500;

    @Inject
    private MessageBoard board;

    @Inject
    private Language language;

    private String filter = "";
    private List<MessageRow> messages = List.of();

    @PostConstruct
    public void refresh() {
        // a list of our own: the table sorts it in place
        messages = new ArrayList<>(board.latest(SHOWN, filter));
    }

    public List<MessageRow> getMessages() {
        return messages;
    }

    /** What became of a message, in words; a verdict without a word stays as it is. */
    public String verdict(MessageRow message) {
        String key = "verdict." + message.verdict();
        return language.has(key) ? language.text(key) : message.verdict();
    }

    /** The colour class that goes with the word: only what was done is calm. */
    public String tone(MessageRow message) {
        return switch (message.verdict()) {
            case "APPLIED" -> "level-0";
            case "WAITING", "RECEIVED" -> "tag-note";
            default -> "tag-block";
        };
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter == null ? "" : filter.strip();
    }
}
