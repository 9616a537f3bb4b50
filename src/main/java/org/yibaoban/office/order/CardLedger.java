package org.yibaoban.office.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yibaoban.visit.VisitNumber;

/** Remembers what cards were given, and what became of them. */
public interface CardLedger {

    /**
     * Remembers an answer. It need not survive a power cut: feedback on its cards is refused then, and nothing else
     * depends on it.
     */
    void keep(GivenAnswer answer);

    /**
     * Keeps what users did with cards; the same feedback sent again is kept once.
     *
     * @param client who sends it
     * @return the cards that this service has not given; where there is one, nothing is kept
     */
    List<UUID> feedback(String service, String client, List<Feedback> entries);

    /** @param user as the HIS names the user whom the cards were shown to */
    record GivenAnswer(AnswerId id, String service, Optional<VisitNumber> visit, String user, List<GivenCard> cards) {}

    /**
     * @param itemCode what the card is about; blank for a card on the whole order or stay
     * @param suggested item codes of the suggestions, in their order
     */
    record GivenCard(Kind kind, String itemCode, List<String> suggested) {}

    enum Kind {
        ITEM,
        /** What an audit rule would find. */
        AUDIT,
        ORDER,
        UNREAD,
        STAY,
        OTHER_PATIENT
    }

    /**
     * @param acceptedSuggestions UUIDs of the card's suggestions
     * @param overrideReason code of the reason that the user chose
     */
    record Feedback(
            UUID card,
            boolean accepted,
            List<UUID> acceptedSuggestions,
            Optional<String> overrideReason,
            Optional<String> comment,
            Instant at) {}
}
