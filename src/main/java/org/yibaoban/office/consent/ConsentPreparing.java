package org.yibaoban.office.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.ConsentEventRow;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.Consents;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/** Fills in a form: one item, nothing blank, before anybody signs. */
@ApplicationScoped
public class ConsentPreparing {

    @Inject
    private Visits visits;

    @Inject
    private Consents consents;

    @Inject
    private DueItems dueItems;

    @Inject
    private Clock clock;

    /**
     * @return the form's number
     * @throws OfficeRefused when something is blank or wrong, the item needs no consent, or a form of it is still open
     */
    @Transactional
    public String prepare(VisitNumber number, ConsentRequest request, AppUser user) {
        VisitRow visit = visits.lock(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        ConsentAccess.handle(user, visit);
        if (request.quantity() == null || request.unitPrice() == null) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, "数量、单价 quantity and price: 未填写 is blank", "");
        }
        refuseClosed(visit, request.itemCode());
        ConsentSigning.filled(() -> {
            ConsentForm.refuseWrongQuantity(request.quantity());
            return request;
        });
        ConsentForm form = ConsentSigning.filled(() -> form(visit, subject(visit, request), request, user));
        ConsentRow row = consents.add(new ConsentRow(visit, form));
        consents.note(new ConsentEventRow(row, clock.instant(), user.username(), ConsentState.DUE, ""));
        return form.number();
    }

    private void refuseClosed(VisitRow visit, String itemCode) {
        if (visit.status() == VisitStatus.CANCELLED) {
            throw new OfficeRefused(ReasonCode.VISIT_CANCELLED, "visit " + visit.number(), "");
        }
        if (!ConsentDesk.isOpen(visit)) {
            throw new OfficeRefused(ReasonCode.VISIT_SETTLED, "visit " + visit.number(), "");
        }
        consents.of(visit, List.of(itemCode)).stream()
                .map(row -> row.consent(visit))
                .filter(consent ->
                        !consent.state().covers() && !consent.state().next().isEmpty())
                .findFirst()
                .ifPresent(open -> {
                    throw new OfficeRefused(
                            ReasonCode.CONSENT_STATE,
                            "form " + open.form().number(),
                            open.state().chinese() + " " + open.state().english());
                });
    }

    /** The charged item that is due; else the catalogue's, as it would be ordered. */
    private DueItem subject(VisitRow visit, ConsentRequest request) {
        Optional<DueItem> charged = dueItems.charged(visit, consents.of(visit)).stream()
                .filter(due -> due.item().code().equals(request.itemCode()))
                .findFirst();
        return charged.or(() ->
                        dueItems
                                .ordered(visit, List.of(new OrderedItem(request.itemCode(), "", request.quantity())))
                                .stream()
                                .findFirst())
                .orElseThrow(() -> new OfficeRefused(ReasonCode.CONSENT_NOT_NEEDED, "item " + request.itemCode(), ""));
    }

    private ConsentForm form(VisitRow visit, DueItem due, ConsentRequest request, AppUser user) {
        return new ConsentForm(
                visit.number() + "-ZQ" + (consents.count(visit) + 1),
                visit.number(),
                visit.patient().details().number(),
                visit.patient().details().name(),
                due.item(),
                request.quantity(),
                request.unitPrice(),
                due.reasons(),
                request.necessity(),
                request.alternative(),
                user.displayName(),
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
                due.usedSince());
    }
}
