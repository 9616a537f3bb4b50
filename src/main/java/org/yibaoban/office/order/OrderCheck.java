package org.yibaoban.office.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.audit.AuditFault;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.Sex;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.audit.OrderAudit;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.desk.OfficeBoard;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.order.OrderAdvice.Share;
import org.yibaoban.office.order.OrderAdvice.StayEffect;
import org.yibaoban.office.payment.StayPayments;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitStatus;

/**
 * What an order does to a stay, before it is signed. It reads the stay's row, its lines' figures and the department's
 * month: the work grows with the stay, never with the hospital's history.
 */
@ApplicationScoped
public class OrderCheck {

    private static final Logger LOG = System.getLogger(OrderCheck.class.getName());

    @Inject
    private StayFinder finder;

    @Inject
    private Stays stays;

    @Inject
    private StayPayments payments;

    @Inject
    private OfficeBoard board;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Hospital hospital;

    @Inject
    private OrderAudit audit;

    @Inject
    private Clock clock;

    /** @throws OfficeRefused PATIENT_MISMATCH when the visit is another patient's */
    @Transactional(dontRollbackOn = OfficeRefused.class)
    public OrderAdvice check(StayReference reference, List<OrderedItem> order) {
        Optional<VisitRow> visit = finder.find(reference);
        LocalDate today = LocalDate.now(clock);
        ItemAdvisor advisor = new ItemAdvisor(catalogues.current(), patient(reference, visit, today), today);
        List<ItemAdvice> items = order.stream().map(advisor::advise).toList();
        Money total =
                Money.sum(items.stream().flatMap(item -> item.price().stream()).toList());
        return new OrderAdvice(
                visit.map(known -> effect(known, items, total, today)),
                total,
                items,
                visit.flatMap(known -> found(known, items)));
    }

    /** What the audit would find if the order were charged now; of an order the office must always get an answer. */
    private Optional<List<OrderAdvice.Found>> found(VisitRow visit, List<ItemAdvice> items) {
        if (visit.status() != VisitStatus.ADMITTED) {
            return Optional.empty();
        }
        List<ItemAdvice> coded =
                items.stream().filter(item -> !item.code().isBlank()).toList();
        try {
            return Optional.of(audit
                    .check(
                            visit,
                            coded.stream()
                                    .map(item -> new OrderAudit.Ordered(
                                            item.code(),
                                            item.name(),
                                            item.ordered().quantity()))
                                    .toList())
                    .stream()
                    .map(finding -> OrderAdvice.Found.of(finding, coded))
                    .toList());
        } catch (AuditFault fault) {
            LOG.log(Level.WARNING, "order of visit {0} not audited: {1}", visit.number(), fault.getMessage());
            return Optional.empty();
        }
    }

    private RestrictionCheck patient(StayReference reference, Optional<VisitRow> visit, LocalDate today) {
        Optional<PatientDetails> known = visit.map(row -> row.patient().details());
        return new RestrictionCheck(
                known.map(PatientDetails::sex).filter(sex -> sex != Sex.UNKNOWN).or(reference::sex),
                known.flatMap(PatientDetails::birthDate).or(reference::birth),
                today,
                visit.flatMap(row -> Cover.of(row).insurance()).map(type -> switch (type) {
                    case EMPLOYEE -> "employee";
                    case RESIDENT -> "resident";
                }),
                visit.map(VisitRow::type),
                hospital.level());
    }

    private StayEffect effect(VisitRow visit, List<ItemAdvice> items, Money total, LocalDate today) {
        Optional<Estimates> estimates = estimates(visit, items);
        return new StayEffect(
                visit.number().value(),
                visit.status(),
                Cover.of(visit),
                visit.charges(),
                estimates.map(known -> known.share(total)),
                payments.with(
                        visit,
                        total,
                        estimates.map(known -> visit.charges().minus(known.before())),
                        estimates.map(known -> visit.charges().plus(total).minus(known.after()))),
                board.with(visit.location().department(), YearMonth.from(today), total)
                        .filter(department -> department.quota().isPresent()));
    }

    /** What the patient bears of the stay without and with the order, in yuan. */
    private record Estimates(Money before, Money after) {

        Share share(Money total) {
            Money patient = after.minus(before);
            return new Share(patient, total.minus(patient));
        }
    }

    /** The stay settled without the order and with it. */
    private Optional<Estimates> estimates(VisitRow visit, List<ItemAdvice> items) {
        List<BenefitLine> before = stays.benefitLines(visit);
        List<BenefitLine> after = Stream.concat(before.stream(), items.stream().flatMap(item -> line(item).stream()))
                .toList();
        YearToDate year = stays.year(visit);
        try {
            return Optional.of(new Estimates(personal(visit, before, year), personal(visit, after, year)));
        } catch (OfficeRefused noEstimate) {
            return Optional.empty();
        }
    }

    private Money personal(VisitRow visit, List<BenefitLine> lines, YearToDate year) {
        return stays.settle(visit, lines, year).amount(SettlementField.PERSONAL);
    }

    /** A restriction that is not met makes the line the patient's own. */
    private static Optional<BenefitLine> line(ItemAdvice advice) {
        return advice.price().filter(Money::isPositive).map(price -> {
            BenefitLine line = ItemAdvisor.line(advice.item().orElseThrow(), advice.ordered(), price);
            return advice.breaksRestriction() ? SelfPaid.of(line) : line;
        });
    }
}
