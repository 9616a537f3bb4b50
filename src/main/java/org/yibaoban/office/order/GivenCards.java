package org.yibaoban.office.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.store.HookAnswers;
import org.yibaoban.store.HookAnswers.Answer;
import org.yibaoban.visit.VisitNumber;

/** The cards of the hooks, remembered for {@link #KEPT}. */
@ApplicationScoped
public class GivenCards implements CardLedger {

    /** Long enough for a client that reports once a month. */
    static final Duration KEPT = Duration.ofDays(90);

    /** Clocks of clients may be this much behind. */
    static final Duration SKEW = Duration.ofMinutes(5);

    @Inject
    private HookAnswers answers;

    @Inject
    private Clock clock;

    @Override
    @Transactional
    public void keep(GivenAnswer answer) {
        answers.commitLater();
        answers.keep(new Answer(
                answer.id().value(),
                answer.service(),
                answer.visit().map(VisitNumber::value),
                answer.user(),
                answer.cards().stream().map(GivenCards::line).collect(Collectors.joining("\n"))));
    }

    @Override
    @Transactional
    public List<UUID> feedback(String service, String client, List<Feedback> entries) {
        Map<UUID, Answer> known =
                answers
                        .find(entries.stream()
                                .map(entry -> AnswerId.of(entry.card()).value())
                                .distinct()
                                .toList())
                        .stream()
                        .filter(answer -> answer.service().equals(service))
                        .collect(Collectors.toMap(Answer::id, Function.identity()));
        List<UUID> unknown = entries.stream()
                .map(Feedback::card)
                .filter(card -> card(known, card).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            entries.forEach(entry -> add(known, entry, client));
        }
        return unknown;
    }

    private void add(Map<UUID, Answer> known, Feedback entry, String client) {
        GivenCard card = card(known, entry.card()).orElseThrow();
        answers.add(new HookAnswers.Feedback(
                entry.card(),
                known.get(AnswerId.of(entry.card()).value()),
                card.kind().name(),
                card.itemCode(),
                entry.accepted() ? "accepted" : "overridden",
                accepted(card, entry),
                entry.overrideReason(),
                entry.comment(),
                entry.at(),
                client,
                clock.instant()));
    }

    /** Item codes of the suggestions that were taken; a UUID that is none of this card's says nothing. */
    private static String accepted(GivenCard card, Feedback entry) {
        return entry.acceptedSuggestions().stream()
                .filter(id -> AnswerId.of(id).equals(AnswerId.of(entry.card()))
                        && AnswerId.cardOf(id) == AnswerId.cardOf(entry.card()))
                .map(AnswerId::suggestionOf)
                .filter(number -> number >= 0 && number < card.suggested().size())
                .map(card.suggested()::get)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<GivenCard> card(Map<UUID, Answer> known, UUID id) {
        return Optional.ofNullable(known.get(AnswerId.of(id).value()))
                .filter(answer -> AnswerId.suggestionOf(id) < 0)
                .map(GivenCards::cards)
                .filter(cards -> AnswerId.cardOf(id) < cards.size())
                .map(cards -> cards.get(AnswerId.cardOf(id)));
    }

    /** The cards of an answer in their order. */
    static List<GivenCard> cards(Answer answer) {
        return answer.cards().isEmpty()
                ? List.of()
                : Arrays.stream(answer.cards().split("\n"))
                        .map(GivenCards::read)
                        .toList();
    }

    private static String line(GivenCard card) {
        String suggested =
                card.suggested().stream().map(code -> "\t" + plain(code)).collect(Collectors.joining());
        return card.kind() + "\t" + plain(card.itemCode()) + suggested;
    }

    private static GivenCard read(String line) {
        String[] parts = line.split("\t", -1);
        return new GivenCard(
                Kind.valueOf(parts[0]), parts[1], Arrays.asList(parts).subList(2, parts.length));
    }

    /** A foreign code may hold anything. */
    private static String plain(String code) {
        return code.replaceAll("\\s", " ");
    }

    /**
     * Uses a token.
     *
     * @return false when it was used before
     */
    @Transactional
    public boolean useToken(String issuer, String jti, Instant expires) {
        answers.commitLater();
        return answers.useToken(issuer, jti, expires);
    }

    /** Forgets what is not needed any more. */
    @Transactional
    public int forgetOld() {
        return answers.forget(
                AnswerId.lowestOf(clock.instant().minus(KEPT)).value(),
                clock.instant().minus(SKEW));
    }
}
