package org.yibaoban.office.control;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who stands at which door in this thread, and whose data was handed out. Nobody does in the office's own jobs. */
public final class Doorway {

    private static final ThreadLocal<Doorway> HERE = new ThreadLocal<>();
    /** More than a page shows; a list of all is told by its first. */
    private static final int MOST_SUBJECTS = 500;

    private final String who;
    private final String address;
    private final String door;
    private final Set<String> subjects = new LinkedHashSet<>();
    private String why = "";

    public Doorway(String who, String address, String door) {
        this.who = who;
        this.address = address;
        this.door = door;
    }

    /** Who stands at this thread's door; nobody in the office's own jobs. */
    public static Optional<Doorway> here() {
        return Optional.ofNullable(HERE.get());
    }

    public static void open(Doorway doorway) {
        HERE.set(doorway);
    }

    public static void close() {
        HERE.remove();
    }

    /** This visit's or patient's data left by this door. */
    public void handedOut(String subject) {
        if (subjects.size() < MOST_SUBJECTS) {
            subjects.add(subject);
        }
    }

    /**
     * Personal data leaves by this door in clear.
     *
     * @param what was handed out, as a subject of the trail: {@code message#12}
     * @param reason what its reader gave for it
     */
    public void handedOutInClear(String what, String reason) {
        handedOut(what);
        why = reason;
    }

    public String who() {
        return who;
    }

    public String address() {
        return address;
    }

    public String door() {
        return door;
    }

    /** Why personal data was handed out in clear; empty where none was. */
    public String why() {
        return why;
    }

    /** Numbers of visits and patients. */
    public Set<String> subjects() {
        return subjects;
    }
}
