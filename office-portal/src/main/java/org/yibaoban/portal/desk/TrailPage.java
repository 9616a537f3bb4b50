package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.control.TrailLink;
import org.yibaoban.office.control.Trail;

/** The auditor looks at who did and who read what. */
@Named
@ViewScoped
public class TrailPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    @Inject
    private Trail trail;

    @Inject
    private Today today;

    private List<TrailLink> links = List.of();
    private LocalDate from;
    private LocalDate to;
    private String who = "";
    private String subject = "";
    private String deed = "";

    @PostConstruct
    public void open() {
        from = today.day();
        to = from;
        find();
    }

    public void find() {
        // a list of our own: the table sorts it in place
        links = new ArrayList<>(trail.find(
                today.begin(from), today.begin(to.plusDays(1)), who.strip(), subject.strip(), deed.strip(), MOST));
    }

    public List<TrailLink> getLinks() {
        return links;
    }

    /** Whether there may be more than are shown. */
    public boolean isCut() {
        return links.size() == MOST;
    }

    public String getHead() {
        return trail.head().toString();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from == null ? this.from : from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to == null ? this.to : to;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who == null ? "" : who;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getDeed() {
        return deed;
    }

    public void setDeed(String deed) {
        this.deed = deed == null ? "" : deed;
    }
}
