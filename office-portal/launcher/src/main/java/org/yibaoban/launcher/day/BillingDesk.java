package org.yibaoban.launcher.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/** The billing clerk: claims every finished stay through the portal's API and waits for its settlement. */
final class BillingDesk {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(300);
    private static final Set<String> CLAIMED = Set.of("QUEUED", "UNKNOWN", "PENDED");
    private static final Set<String> NO_CLAIM = Set.of("", "NONE", "WITHDRAWN");
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final OfficeHttp http;
    private final Patience patience;
    private final Tally tally;

    BillingDesk(OfficeHttp http, Patience patience, Tally tally) {
        this.http = http;
        this.patience = patience;
        this.tally = tally;
    }

    /** Claims all first and then waits for each, as a clerk would who has a pile of bills. */
    void settle(List<VisitBook> books) throws InterruptedException {
        List<VisitBook> bills =
                books.stream().filter(book -> book.fate().settles()).toList();
        List<VisitBook> claimed = new ArrayList<>();
        for (VisitBook book : bills) {
            if (claim(book)) {
                claimed.add(book);
            }
        }
        for (VisitBook book : claimed) {
            collect(book);
        }
    }

    /** Whether there is a claim to wait for: a person whom the payer does not know pays all, without one. */
    private boolean claim(VisitBook book) throws InterruptedException {
        OfficeHttp.Answer visit = verified(book);
        // a run that goes on after an interruption finds some bills claimed already
        if (hasClaim(visit)) {
            return true;
        }
        new ConsentFolder(http, patience).file(book.visit(), visit.body().path("blockers"));
        // after a lost answer the office says itself that the claim is open: no second one is made
        OfficeHttp.Answer answer = patience.insist("claim of " + book.visit(), () -> http.claim(book.visit()));
        if (answer.status() == ACCEPTED || answer.status() == CONFLICT && hasClaim(visit(book))) {
            return true;
        }
        if (book.fate() == Fate.UNKNOWN_TO_PAYER && membership(visit).equals("REFUSED")) {
            tally.claimed("none (self-paying)");
        } else {
            tally.claimed("refused by the office");
            tally.differ(
                    book.visit(),
                    "claim answered HTTP " + answer.status() + " " + answer.text("code") + " " + answer.text("message")
                            + " " + answer.text("incident") + " membership " + membership(visit) + " blockers "
                            + visit.body().path("blockers"));
        }
        return false;
    }

    /** The visit once the payer has said whether it knows the person. */
    private OfficeHttp.Answer verified(VisitBook book) throws InterruptedException {
        OfficeHttp.Answer visit = visit(book);
        long start = System.nanoTime();
        while (membership(visit).equals("PENDING") && elapsed(start).compareTo(LONGEST) < 0) {
            Thread.sleep(GLANCE.toMillis());
            visit = visit(book);
        }
        String expected = book.fate() == Fate.UNKNOWN_TO_PAYER ? "REFUSED" : "VERIFIED";
        if (!membership(visit).equals(expected)) {
            tally.differ(book.visit(), "membership is " + membership(visit) + ", not " + expected);
        }
        return visit;
    }

    private void collect(VisitBook book) throws InterruptedException {
        OfficeHttp.Answer visit = visit(book);
        long start = System.nanoTime();
        while (CLAIMED.contains(claimState(visit)) && elapsed(start).compareTo(LONGEST) < 0) {
            Thread.sleep(GLANCE.toMillis());
            visit = visit(book);
        }
        String state = claimState(visit);
        tally.claimed(state.isEmpty() ? "NONE" : state);
        if (!state.equals("SETTLED")) {
            tally.differ(
                    book.visit(),
                    "is not settled but " + state + ", blockers " + visit.body().path("blockers"));
            return;
        }
        check(book, visit);
    }

    /** Every settled visit: what the layers and the patient pay is what the stay cost. */
    private void check(VisitBook book, OfficeHttp.Answer visit) {
        Money paid = amount(visit, SettlementField.PERSONAL);
        for (SettlementField field : SettlementField.values()) {
            tally.settled(field, amount(visit, field));
        }
        for (SettlementField layer : SettlementField.LAYERS) {
            paid = paid.plus(amount(visit, layer));
        }
        Money total = amount(visit, SettlementField.TOTAL);
        if (!paid.equals(total)) {
            tally.differ(book.visit(), "layers and personal add up to " + paid + ", the total is " + total);
        }
        if (!total.equals(book.total())) {
            tally.differ(book.visit(), "settled over " + total + ", the books say " + book.total());
        }
    }

    private static Money amount(OfficeHttp.Answer visit, SettlementField field) {
        return Money.of(
                visit.body().path("claim").path("amounts").path(field.key()).asText("0.00"));
    }

    private OfficeHttp.Answer visit(VisitBook book) throws InterruptedException {
        return patience.insist("visit " + book.visit(), () -> http.visit(book.visit()));
    }

    private static String membership(OfficeHttp.Answer visit) {
        return visit.body().path("membership").path("state").asText("");
    }

    private static String claimState(OfficeHttp.Answer visit) {
        return visit.body().path("claim").path("state").asText("");
    }

    private static boolean hasClaim(OfficeHttp.Answer visit) {
        return !NO_CLAIM.contains(claimState(visit));
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
