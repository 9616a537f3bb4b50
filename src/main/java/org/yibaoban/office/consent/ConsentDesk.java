package org.yibaoban.office.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.yibaoban.consent.Consent;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.ConsentDocumentRow;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.Consents;
import org.yibaoban.store.HisNotices;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** What is due and what was signed, to look at. */
@ApplicationScoped
public class ConsentDesk {

    @Inject
    private Visits visits;

    @Inject
    private Consents consents;

    @Inject
    private HisNotices notices;

    @Inject
    private DueItems dueItems;

    @Inject
    private ConsentPrinter printer;

    /**
     * A stay's forms and what is due of its charges.
     *
     * @throws OfficeRefused when there is no such visit, or the user may not see it
     */
    @Transactional
    public StayConsents of(VisitNumber number, AppUser user) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        ConsentAccess.look(user, visit);
        List<ConsentRow> rows = consents.of(visit);
        List<Consent> forms =
                new ArrayList<>(rows.stream().map(row -> row.consent(visit)).toList());
        Collections.reverse(forms);
        return new StayConsents(
                number.value(),
                visit.patient().details(),
                visit.location().department(),
                visit.open().consentDue(),
                isOpen(visit),
                dueItems.charged(visit, rows),
                forms);
    }

    /**
     * What of an order, not charged yet, consent is due for: what the forms in force do not allow any more.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public List<DueItem> dueForOrder(VisitNumber number, List<OrderedItem> order) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        return dueItems.ordered(visit, order);
    }

    /** @throws OfficeRefused when there is no such form, or the user may not see it */
    @Transactional
    public ConsentFile file(String number, AppUser user) {
        VisitRow visit = visitOf(number, user);
        ConsentRow row = row(number);
        return new ConsentFile(
                row.consent(visit),
                visit.patient().details(),
                visit.location().department(),
                isOpen(visit),
                consents.events(row).stream()
                        .map(event -> new ConsentFile.Step(event.at(), event.byUser(), event.state(), event.why()))
                        .toList(),
                notices.of(row).stream().map(Filing::of).toList(),
                consents.document(row, ConsentDocumentRow.Kind.SCAN).isPresent());
    }

    /**
     * The form as PDF: as it was when it was signed, byte for byte; before that, to be signed on paper.
     *
     * @throws OfficeRefused when there is no such form, or the user may not see it
     */
    @Transactional
    public ConsentDocument form(String number, AppUser user) {
        VisitRow visit = visitOf(number, user);
        ConsentRow row = row(number);
        return consents.document(row, ConsentDocumentRow.Kind.FORM)
                .map(ConsentDesk::document)
                .orElseGet(() -> new ConsentDocument(
                        "application/pdf",
                        printer.print(
                                row.consent(visit), visit.patient().details(), visit.location(), Optional.empty())));
    }

    /** The scan of the signed paper; empty where there is none. */
    @Transactional
    public Optional<ConsentDocument> scan(String number, AppUser user) {
        visitOf(number, user);
        return consents.document(row(number), ConsentDocumentRow.Kind.SCAN).map(ConsentDesk::document);
    }

    /**
     * Stays that are not settled yet and have consent due, the dearest first.
     *
     * @throws OfficeRefused for all but the insurance office
     */
    @Transactional
    public List<MissingConsents> missing(int limit, AppUser user) {
        ConsentAccess.overview(user);
        return consents.missing(limit).stream().map(ConsentDesk::missing).toList();
    }

    /** Whether forms can still be filled in and signed. */
    static boolean isOpen(VisitRow visit) {
        return !visit.isClosedByClaim();
    }

    private VisitRow visitOf(String number, AppUser user) {
        VisitRow visit = consents.visitOf(number == null ? "" : number)
                .flatMap(visits::find)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.CONSENT_UNKNOWN, "form", ""));
        ConsentAccess.handle(user, visit);
        return visit;
    }

    private ConsentRow row(String number) {
        return consents.find(number).orElseThrow();
    }

    private static ConsentDocument document(ConsentDocumentRow row) {
        return new ConsentDocument(row.mediaType(), row.content());
    }

    private static MissingConsents missing(VisitRow visit) {
        return new MissingConsents(
                visit.number().value(),
                visit.patient().details().name(),
                visit.status(),
                visit.location().department(),
                visit.location().ward(),
                visit.location().bed(),
                visit.doctor(),
                visit.admittedAt(),
                visit.open().consentDue(),
                visit.open().consentItems());
    }
}
