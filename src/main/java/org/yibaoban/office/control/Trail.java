package org.yibaoban.office.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yibaoban.control.TrailCheck;
import org.yibaoban.control.TrailEntry;
import org.yibaoban.control.TrailLink;
import org.yibaoban.store.Trails;
import org.yibaoban.store.UserRow;
import org.yibaoban.store.UserRows;

/**
 * Who did and who read what. What a person changes is noted by the database in the same transaction; what was read, and
 * who came and went, is told here. Entries are chained within about a second ({@code docs/control.md}).
 */
@ApplicationScoped
public class Trail {

    /** As many in one transaction. */
    private static final int AT_ONCE = 500;

    private static final int LONGEST_DOOR = 400;
    /** Longer than any account's; what is typed into the login page may be anything. */
    private static final int LONGEST_NAME = 60;
    /** In place of a name that is no account's; no account can be called so. */
    private static final String UNKNOWN = "?";

    @Inject
    private Trails trails;

    @Inject
    private UserRows users;

    @Inject
    private Clock clock;

    /** Says whose running transaction this is. */
    @Transactional(TxType.MANDATORY)
    public void say(String who, String address, String door) {
        trails.say(who, address, cut(door));
    }

    /**
     * Whose data was read; the reader does not wait for the disk.
     *
     * @param why the reason for which personal data was shown in clear; empty where it was not, or needs none
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void read(String who, String address, String door, Collection<String> subjects, String why) {
        trails.commitSoon();
        add(who, address, door, why.isEmpty() ? "read" : "read clear", String.join(" ", subjects), why);
    }

    /** Something that changes no row: came in, went, was refused. */
    @Transactional(TxType.REQUIRES_NEW)
    public void happened(String who, String address, String door, String deed) {
        add(who, address, door, deed, "", "");
    }

    /** A login failed. What was typed is kept only where it is an account's name: people type passwords there, too. */
    @Transactional(TxType.REQUIRES_NEW)
    public void loginFailed(String typed, String address, String door) {
        String who = users.find(typed).map(UserRow::username).orElse(UNKNOWN);
        add(who, address, door, "login failed", "", "");
    }

    private void add(String who, String address, String door, String deed, String subjects, String why) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        trails.add(new TrailEntry(at, cut(who, LONGEST_NAME), address, cut(door), deed, subjects, "", "", why));
    }

    /** Chains some of what waits; whether more may wait. One instance does it at a time. */
    @Transactional
    public boolean chain() {
        return trails.takeTurn() && trails.chain(AT_ONCE) == AT_ONCE;
    }

    /** The newest first. */
    @Transactional
    public List<TrailLink> find(Instant from, Instant to, String who, String subject, String deed, int limit) {
        return trails.find(from, to, who, subject, deed, limit);
    }

    /** In the chain's order. */
    @Transactional
    public List<TrailLink> from(long number, int limit) {
        return trails.from(number, limit);
    }

    @Transactional
    public Optional<TrailLink> numbered(long number) {
        return trails.numbered(number);
    }

    /** To be noted elsewhere: a chain that was made anew has another. */
    @Transactional
    public TrailCheck.Head head() {
        return trails.head();
    }

    private static String cut(String door) {
        return cut(door, LONGEST_DOOR);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
