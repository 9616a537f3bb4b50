package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** When the HIS told what is known of a visit, by its own clock: what is older must not overwrite it. */
@Embeddable
public class ToldTimes {

    @Column(name = "facts_told_at")
    private LocalDateTime facts;

    @Column(name = "status_told_at")
    private LocalDateTime status;

    protected ToldTimes() {}

    /** Whether facts told at this time are older than what is known. */
    public boolean knowsNewerThan(LocalDateTime told) {
        return facts != null && told.isBefore(facts);
    }

    public void facts(LocalDateTime at) {
        this.facts = at;
    }

    /** Whether an event of this time is overtaken by a later discharge, change of class, or what takes it back. */
    public boolean wentOnAfter(LocalDateTime told) {
        return status != null && told.isBefore(status);
    }

    public void status(LocalDateTime at) {
        this.status = at;
    }
}
