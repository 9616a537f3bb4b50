package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.bulletin.Bulletin;
import org.yibaoban.bulletin.BulletinKind;
import org.yibaoban.bulletin.FiledBulletin;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.bulletin.BulletinDesk;
import org.yibaoban.portal.security.SignedIn;

/** Notices and policies: all read them and say so; the office writes them and sees who has read. */
@Named
@ViewScoped
public class BulletinPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FILED = 200;

    @Inject
    private BulletinDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Today today;

    @Inject
    private Notices notices;

    private String text = "";
    private transient List<FiledBulletin> shown;
    private transient List<FiledBulletin> filed;
    private long asked;

    private BulletinKind kind = BulletinKind.NOTICE;
    private String title;
    private String words;
    private String englishTitle;
    private String englishWords;
    private String from;
    private String to;

    @PostConstruct
    void begin() {
        from = today.day().toString();
    }

    /** In force today, with the words looked for. */
    public List<FiledBulletin> getShown() {
        if (shown == null) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            shown = desk.today(me.user().username()).stream()
                    .filter(filed -> holds(filed.bulletin(), wanted))
                    .toList();
        }
        return shown;
    }

    private static boolean holds(Bulletin bulletin, String wanted) {
        return Stream.of(bulletin.title(), bulletin.text(), bulletin.englishTitle(), bulletin.englishText())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Everything on file, for the office. */
    public List<FiledBulletin> getFiled() {
        if (filed == null) {
            // a list of our own: the table sorts it in place
            filed = new ArrayList<>(me.isOfficer() ? desk.latest(me.user().username(), FILED) : List.of());
        }
        return filed;
    }

    /** Reads the lists anew. */
    public void refresh() {
        shown = null;
        filed = null;
    }

    public void read(long id) {
        desk.read(id, me.user().username());
        refresh();
    }

    public void publish() {
        act(() -> {
            desk.publish(
                    new Bulletin(kind, title, words, englishTitle, englishWords, day(from), end(to)),
                    me.user().username());
            title = null;
            words = null;
            englishTitle = null;
            englishWords = null;
            notices.done("bulletin.published");
        });
    }

    public void withdraw(long id) {
        act(() -> {
            desk.withdraw(id, me.user().username());
            notices.done("bulletin.withdrawn");
        });
    }

    private void act(Runnable deed) {
        if (!me.isOfficer()) {
            notices.refused(ReasonCode.NOT_ALLOWED, "");
            return;
        }
        try {
            deed.run();
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    private static Optional<LocalDate> end(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(day(text));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException noDay) {
            throw new OfficeRefused(ReasonCode.BULLETIN_FAULT, "日期 day", "");
        }
    }

    /** Shows who has read it. */
    public void ask(long id) {
        asked = asked == id ? 0 : id;
    }

    public long getAsked() {
        return asked;
    }

    public List<FiledBulletin.Receipt> getReceipts() {
        return asked == 0 || !me.isOfficer() ? List.of() : desk.receipts(asked);
    }

    public BulletinKind[] getKinds() {
        return BulletinKind.values();
    }

    public LocalDate getToday() {
        return today.day();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public BulletinKind getKind() {
        return kind;
    }

    public void setKind(BulletinKind kind) {
        this.kind = kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getEnglishTitle() {
        return englishTitle;
    }

    public void setEnglishTitle(String englishTitle) {
        this.englishTitle = englishTitle;
    }

    public String getEnglishWords() {
        return englishWords;
    }

    public void setEnglishWords(String englishWords) {
        this.englishWords = englishWords;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
