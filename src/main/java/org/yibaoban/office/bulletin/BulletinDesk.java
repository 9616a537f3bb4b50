package org.yibaoban.office.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.yibaoban.bulletin.Bulletin;
import org.yibaoban.bulletin.FiledBulletin;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.Bulletins;

/** The office writes notices and policies, all desks read them. Callers see to it that only the office writes. */
@ApplicationScoped
public class BulletinDesk {

    @Inject
    private Bulletins bulletins;

    @Inject
    private Clock clock;

    /** @throws OfficeRefused BULLETIN_FAULT when something is missing, too long, or ends before it begins */
    @Transactional
    public void publish(Bulletin bulletin, String by) {
        if (!bulletin.isWhole()) {
            throw new OfficeRefused(ReasonCode.BULLETIN_FAULT, "1 – " + Bulletin.LONGEST_TITLE, "");
        }
        bulletins.add(bulletin, by, clock.instant());
    }

    /** Takes a bulletin off; it stays on file. @throws OfficeRefused BULLETIN_FAULT when it is not on show */
    @Transactional
    public void withdraw(long id, String by) {
        if (!bulletins.withdraw(id, by, clock.instant())) {
            throw new OfficeRefused(ReasonCode.BULLETIN_FAULT, "bulletin " + id, "");
        }
    }

    /** What is in force today, what the user has not read first. */
    @Transactional
    public List<FiledBulletin> today(String user) {
        return bulletins.inForce(user, LocalDate.now(clock));
    }

    /** All on file, the newest first. */
    @Transactional
    public List<FiledBulletin> latest(String user, int limit) {
        return bulletins.latest(user, limit);
    }

    @Transactional
    public int unread(String user) {
        return bulletins.unread(user, LocalDate.now(clock));
    }

    /** The user confirms to have read it. */
    @Transactional
    public void read(long id, String user) {
        bulletins.read(id, user, clock.instant());
    }

    @Transactional
    public List<FiledBulletin.Receipt> receipts(long id) {
        return bulletins.receipts(id);
    }
}
