package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.office.message.MessageBoard;
import org.yibaoban.office.message.MessageRow;
import org.yibaoban.office.message.MessageSearch;
import org.yibaoban.portal.i18n.Language;

/** The messages from the HIS, with what became of them. */
@Named
@ViewScoped
public class MessageDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many as one looks through; others are found by narrowing the search. */
    private static final int SHOWN = 500;

    @Inject
    private MessageBoard board;

    @Inject
    private Language language;

    @Inject
    private Today today;

    private String filter = "";
    private int days = 7;
    private boolean openOnly;
    private List<MessageRow> messages = List.of();

    @PostConstruct
    public void refresh() {
        // a list of our own: the table sorts it in place
        messages = new ArrayList<>(board.find(new MessageSearch(today.daysAgo(days), openOnly, filter, SHOWN)));
    }

    public List<MessageRow> getMessages() {
        return messages;
    }

    /** Whether there are more than are shown. */
    public boolean isCut() {
        return messages.size() == SHOWN;
    }

    /** What became of a message, in words; a verdict without a word stays as it is. */
    public String verdict(String verdict) {
        String key = "verdict." + verdict;
        return language.has(key) ? language.text(key) : verdict;
    }

    /** The colour class that goes with the word: only what was done is calm. */
    public String tone(String verdict) {
        return switch (verdict) {
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

    /** How far back is looked. */
    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public boolean isOpenOnly() {
        return openOnly;
    }

    public void setOpenOnly(boolean openOnly) {
        this.openOnly = openOnly;
    }
}
