package org.yibaoban.fhir.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.hl7.fhir.r4.model.PaymentReconciliation.DetailsComponent;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.money.Money;
import org.yibaoban.office.payer.Statement;
import org.yibaoban.office.payer.StatementQuery;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;
import org.yibaoban.settlement.reconciliation.BookTotals;
import org.yibaoban.settlement.reconciliation.Period;

/**
 * What a payer's books hold of a period to PaymentReconciliation and back: a line's amount is what the funds pay, and
 * the extension settled-amount says it field by field.
 */
public final class StatementMapping {
    private static final String SETTLED = Canonical.structure("settled-amount");
    private static final String COUNT = Canonical.structure("line-count");
    private static final List<SettlementField> SUMS =
            List.of(SettlementField.TOTAL, SettlementField.ACCOUNT, SettlementField.CASH);
    private final Parties parties;

    public StatementMapping(Parties parties) {
        this.parties = parties;
    }

    /** @param withLines whether the lines stand in it or the sums alone */
    public PaymentReconciliation toReconciliation(
            Period period, List<BookLine> lines, boolean withLines, String hospitalId, LocalDateTime created) {
        BookTotals totals = BookTotals.of(lines);
        PaymentReconciliation statement = new PaymentReconciliation();
        statement.addIdentifier(
                Elements.identifier(Canonical.STATEMENT, hospitalId + "-" + period.from() + "-" + period.to()));
        statement.setStatus(PaymentReconciliation.PaymentReconciliationStatus.ACTIVE);
        statement.getPeriod().setStartElement(day(period.from())).setEndElement(day(period.to()));
        statement.setCreatedElement(Elements.dateTime(created, parties.zone()));
        statement.setPaymentIssuer(parties.payer());
        statement.setRequestor(Elements.logical("Organization", Canonical.HOSPITAL, hospitalId));
        statement.setOutcome(org.hl7.fhir.r4.model.Enumerations.RemittanceOutcome.COMPLETE);
        statement.setPaymentDateElement(new DateType(period.to().toString()));
        statement.setPaymentAmount(Elements.money(totals.fund()));
        Extension count = new Extension(COUNT);
        count.addExtension("settlements", new UnsignedIntType(totals.settlements()));
        count.addExtension("reversals", new UnsignedIntType(totals.reversals()));
        statement.addExtension(count);
        statement.addExtension(settled(SettlementField.TOTAL, totals.total()));
        statement.addExtension(settled(SettlementField.ACCOUNT, totals.account()));
        statement.addExtension(settled(SettlementField.CASH, totals.cash()));
        if (withLines) {
            lines.forEach(line -> statement.addDetail(detail(line)));
        }
        return statement;
    }

    private static DetailsComponent detail(BookLine line) {
        DetailsComponent detail = new DetailsComponent();
        SettlementField.ALL.stream()
                .filter(field -> line.amounts().containsKey(field))
                .forEach(field -> detail.addExtension(settled(field, line.amount(field))));
        detail.setType(
                Elements.concept(Canonical.CLEARING_LINE, line.kind() == Kind.SETTLEMENT ? "settlement" : "reversal"));
        detail.setRequest(Elements.logical("Claim", Canonical.CLAIM, line.claim()));
        line.reference()
                .ifPresent(reference ->
                        detail.setResponse(Elements.logical("ClaimResponse", Canonical.SETTLEMENT, reference)));
        detail.setDateElement(new DateType(line.day().toString()));
        detail.setAmount(Elements.money(line.fund()));
        return detail;
    }

    private static Extension settled(SettlementField field, Money amount) {
        Extension settled = new Extension(SETTLED);
        settled.addExtension(
                "field", new Coding().setSystem(Canonical.SETTLEMENT_FIELD).setCode(field.key()));
        settled.addExtension("amount", Elements.money(amount));
        return settled;
    }

    static DateTimeType day(LocalDate day) {
        return new DateTimeType(DateTimeFormatter.ISO_LOCAL_DATE.format(day));
    }

    /**
     * Reads an answer.
     *
     * @throws MappingFault when it is of another hospital or period, something is missing, a line's amount is not what
     *     its funds add up to, or the sums are not those of the lines
     */
    public Statement read(PaymentReconciliation statement, StatementQuery query, byte[] response) {
        String hospital = Elements.requiredIdentifier(
                "PaymentReconciliation.requestor",
                List.of(statement.getRequestor().getIdentifier()),
                Canonical.HOSPITAL);
        if (!hospital.equals(parties.hospitalId())) {
            throw new MappingFault("PaymentReconciliation.requestor", "another hospital: " + hospital);
        }
        Period period = new Period(
                date("PaymentReconciliation.period.start", statement.getPeriod().getStartElement()),
                date("PaymentReconciliation.period.end", statement.getPeriod().getEndElement()));
        if (!period.equals(query.period())) {
            throw new MappingFault("PaymentReconciliation.period", "another period: " + period);
        }
        BookTotals totals = totals(statement);
        if (!query.lines()) {
            return new Statement(period, totals, List.of(), response);
        }
        List<BookLine> lines =
                statement.getDetail().stream().map(StatementMapping::line).toList();
        if (!BookTotals.of(lines).equals(totals)) {
            throw new MappingFault("PaymentReconciliation", "the sums are not those of the lines");
        }
        return new Statement(period, totals, lines, response);
    }

    private static BookTotals totals(PaymentReconciliation statement) {
        Map<SettlementField, Money> sums = amounts("PaymentReconciliation", statement);
        SUMS.forEach(field -> {
            if (!sums.containsKey(field)) {
                throw new MappingFault("PaymentReconciliation", field.key() + " is missing");
            }
        });
        Extension count = Optional.ofNullable(statement.getExtensionByUrl(COUNT))
                .orElseThrow(() -> new MappingFault("PaymentReconciliation", "line-count is missing"));
        return new BookTotals(
                number(count, "settlements"),
                number(count, "reversals"),
                sums.get(SettlementField.TOTAL),
                Elements.amount("PaymentReconciliation.paymentAmount", statement.getPaymentAmount()),
                sums.get(SettlementField.ACCOUNT),
                sums.get(SettlementField.CASH));
    }

    private static int number(Extension count, String name) {
        Extension part = count.getExtensionByUrl(name);
        if (part == null || !(part.getValue() instanceof UnsignedIntType number)) {
            throw new MappingFault("PaymentReconciliation", "line-count has no " + name);
        }
        return number.getValue();
    }

    private static BookLine line(DetailsComponent detail) {
        String element = "PaymentReconciliation.detail";
        String claim = Elements.requiredIdentifier(
                element + ".request", List.of(detail.getRequest().getIdentifier()), Canonical.CLAIM);
        String type = Elements.requiredCode(element + ".type", detail.getType(), Canonical.CLEARING_LINE);
        Kind kind = switch (type) {
            case "settlement" -> Kind.SETTLEMENT;
            case "reversal" -> Kind.REVERSAL;
            default -> throw new MappingFault(element + ".type", "no line of a statement: " + type);
        };
        Identifier reference = detail.getResponse().getIdentifier();
        BookLine line = new BookLine(
                claim,
                kind,
                Optional.ofNullable(reference.getValue()),
                date(element + ".date", detail.getDateElement()),
                amounts(element, detail));
        Money amount = Elements.amount(element + ".amount", detail.getAmount());
        if (!line.fund().equals(amount)) {
            throw new MappingFault(element, claim + ": " + amount + " is not what the funds add up to");
        }
        return line;
    }

    private static Map<SettlementField, Money> amounts(String element, DomainResource holder) {
        return amounts(element, holder.getExtensionsByUrl(SETTLED));
    }

    private static Map<SettlementField, Money> amounts(String element, Element holder) {
        return amounts(element, holder.getExtensionsByUrl(SETTLED));
    }

    private static Map<SettlementField, Money> amounts(String element, List<Extension> settled) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        for (Extension one : settled) {
            Extension code = one.getExtensionByUrl("field");
            String key = code != null && code.getValue() instanceof Coding coding ? coding.getCode() : "";
            SettlementField field = SettlementField.ofKey(key)
                    .orElseThrow(() -> new MappingFault(element, "unknown settlement field " + key));
            Extension amount = one.getExtensionByUrl("amount");
            if (amount == null || !(amount.getValue() instanceof org.hl7.fhir.r4.model.Money money)) {
                throw new MappingFault(element, key + " has no amount");
            }
            if (amounts.put(field, Elements.amount(element + "(" + key + ")", money)) != null) {
                throw new MappingFault(element, key + " stands twice");
            }
        }
        return amounts;
    }

    static LocalDate date(String element, org.hl7.fhir.r4.model.BaseDateTimeType day) {
        if (day == null || !day.hasValue() || day.getValueAsString().length() < 10) {
            throw new MappingFault(element, "a day is expected");
        }
        return LocalDate.parse(day.getValueAsString().substring(0, 10));
    }
}
