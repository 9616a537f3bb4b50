package org.yibaoban.launcher.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares the office's books with the day's own, visit by visit, to the fen and to the line. */
final class Auditor {

    /** What came early may still be on its way into the ledger. */
    private static final int LOOKS = 20;

    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final int OK = 200;

    private final OfficeHttp http;
    private final Patience patience;
    private final Tally tally;

    Auditor(OfficeHttp http, Patience patience, Tally tally) {
        this.http = http;
        this.patience = patience;
        this.tally = tally;
    }

    /** @return how many visits agree */
    int compare(List<VisitBook> books) throws InterruptedException {
        int agree = 0;
        int looks = LOOKS;
        for (VisitBook book : books) {
            List<String> differences = differences(book);
            while (!differences.isEmpty() && looks > 0) {
                looks--;
                Thread.sleep(GLANCE.toMillis());
                differences = differences(book);
            }
            differences.forEach(difference -> tally.differ(book.visit(), difference));
            agree += differences.isEmpty() ? 1 : 0;
        }
        return agree;
    }

    private List<String> differences(VisitBook book) throws InterruptedException {
        OfficeHttp.Answer visit = patience.insist("visit " + book.visit(), () -> http.visit(book.visit()));
        if (visit.status() != OK) {
            return List.of("the office answers HTTP " + visit.status() + " " + visit.text("code"));
        }
        List<String> differences = new ArrayList<>();
        compare(differences, "status", visit.text("status"), book.fate().finalStatus());
        compare(differences, "total", visit.text("total"), book.total().toString());
        compare(differences, "lines", visit.text("lines"), String.valueOf(book.lines()));
        return differences;
    }

    private static void compare(List<String> differences, String what, String office, String books) {
        if (!office.equals(books)) {
            differences.add(what + ": the office has " + office + ", the books say " + books);
        }
    }
}
