package org.yibaoban.control;

import java.util.Optional;

/**
 * Follows the chain from its first link to its head and names the first that is changed or missing. A chain that was made
 * anew as a whole agrees with itself: it is found by a head that was noted elsewhere before.
 */
public final class TrailCheck {

    /** How far a chain went when somebody looked, such as {@code 120:9f86d0...}. */
    public record Head(long number, String hash) {

        /** @throws IllegalArgumentException when it is not of the form number:hash */
        public static Head parse(String text) {
            if (!text.matches("\\d{1,18}:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a head is number:hash, not " + text);
            }
            int colon = text.indexOf(':');
            return new Head(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
        }

        @Override
        public String toString() {
            return number + ":" + hash;
        }
    }

    private final Optional<Head> noted;
    private long number;
    private String hash = TrailLink.NOTHING;
    private Optional<String> fault = Optional.empty();

    /** @param noted a head that was seen before and must still be in the chain */
    public TrailCheck(Optional<Head> noted) {
        this.noted = noted;
    }

    /** Takes the next link as it is kept. */
    public void follow(TrailLink link) {
        if (fault.isPresent()) {
            return;
        }
        if (link.number() != number + 1) {
            fault = Optional.of("entry " + (number + 1) + " is missing");
            return;
        }
        TrailLink right = TrailLink.after(hash, link.number(), link.entry());
        if (!right.hash().equals(link.hash())) {
            fault = Optional.of(
                    "entry " + link.number() + " is changed (" + link.entry().at() + ", "
                            + link.entry().who() + ", " + link.entry().deed() + ")");
            return;
        }
        number = link.number();
        hash = link.hash();
        if (noted.filter(head -> head.number() == number && !head.hash().equals(hash))
                .isPresent()) {
            fault = Optional.of("entry " + number + " is not the one that was noted: the chain was made anew");
        }
    }

    /** The first fault; empty when the chain is whole. */
    public Optional<String> end(Head head) {
        if (fault.isPresent()) {
            return fault;
        }
        long last = Math.max(head.number(), noted.map(Head::number).orElse(0L));
        if (number < last) {
            return Optional.of("entry " + (number + 1) + " is missing: the chain went to " + last);
        }
        if (!head.hash().equals(hash) || head.number() != number) {
            return Optional.of("the head " + head + " is not that of entry " + number);
        }
        return Optional.empty();
    }

    /** How far it was followed. */
    public Head reached() {
        return new Head(number, hash);
    }
}
