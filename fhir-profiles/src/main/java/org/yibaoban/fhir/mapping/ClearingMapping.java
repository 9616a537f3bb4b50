package org.yibaoban.fhir.mapping;

import java.time.LocalDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.RemittanceOutcome;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.hl7.fhir.r4.model.PaymentReconciliation.DetailsComponent;
import org.hl7.fhir.r4.model.PaymentReconciliation.PaymentReconciliationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.PaymentAdvice;
import org.yibaoban.settlement.reconciliation.Period;

/** What a payment is made of, to PaymentReconciliation and back. */
public final class ClearingMapping {
    private static final String WHOLE = "PaymentReconciliation";
    private static final String DETAIL = "PaymentReconciliation.detail";
    private static final String REASON = "deduction-reason";
    private final Parties parties;

    public ClearingMapping(Parties parties) {
        this.parties = parties;
    }

    public PaymentReconciliation toReconciliation(PaymentAdvice advice, String hospitalId, LocalDateTime created) {
        PaymentReconciliation paid = new PaymentReconciliation();
        paid.addIdentifier(Elements.identifier(Canonical.CLEARING, advice.number()));
        paid.setStatus(PaymentReconciliationStatus.ACTIVE);
        paid.getPeriod()
                .setStartElement(StatementMapping.day(advice.period().from()))
                .setEndElement(StatementMapping.day(advice.period().to()));
        paid.setCreatedElement(Elements.dateTime(created, parties.zone()));
        paid.setPaymentIssuer(parties.payer());
        paid.setRequestor(Elements.logical("Organization", Canonical.HOSPITAL, hospitalId));
        paid.setOutcome(RemittanceOutcome.COMPLETE);
        paid.setPaymentDateElement(new DateType(advice.paidOn().toString()));
        paid.setPaymentAmount(Elements.money(advice.amount()));
        advice.lines().forEach(line -> paid.addDetail(detail(line)));
        return paid;
    }

    private static DetailsComponent detail(ClearingLine line) {
        DetailsComponent detail = new DetailsComponent();
        if (!line.reason().isEmpty()) {
            detail.addExtension(Elements.extension(REASON, new StringType(line.reason())));
        }
        detail.setType(Elements.concept(Canonical.CLEARING_LINE, line.kind().key()));
        detail.setRequest(Elements.logical("Claim", Canonical.CLAIM, line.claim()));
        detail.setAmount(Elements.money(line.amount()));
        return detail;
    }

    /**
     * Reads an advice whole or not at all.
     *
     * @throws MappingFault when it is of another hospital or payer, no payment in force, something is missing or has the
     *     wrong sign, or the lines do not add up to the payment
     */
    public PaymentAdvice read(PaymentReconciliation paid) {
        require("requestor", paid.getRequestor().getIdentifier(), Canonical.HOSPITAL, parties.hospitalId());
        require("paymentIssuer", paid.getPaymentIssuer().getIdentifier(), Canonical.PAYER, parties.payerId());
        if (paid.getStatus() != PaymentReconciliationStatus.ACTIVE || paid.getOutcome() != RemittanceOutcome.COMPLETE) {
            throw new MappingFault(WHOLE, "active and complete are expected");
        }
        String number = Elements.requiredIdentifier(WHOLE + ".identifier", paid.getIdentifier(), Canonical.CLEARING);
        if (paid.getIdentifier().size() != 1 || number.isBlank() || number.length() > 64) {
            throw new MappingFault(WHOLE + ".identifier", "one of at most 64 characters is expected");
        }
        List<ClearingLine> lines =
                paid.getDetail().stream().map(ClearingMapping::line).toList();
        try {
            return new PaymentAdvice(
                    number,
                    new Period(
                            StatementMapping.date(
                                    WHOLE + ".period.start", paid.getPeriod().getStartElement()),
                            StatementMapping.date(
                                    WHOLE + ".period.end", paid.getPeriod().getEndElement())),
                    StatementMapping.date(WHOLE + ".paymentDate", paid.getPaymentDateElement()),
                    Elements.amount(WHOLE + ".paymentAmount", paid.getPaymentAmount()),
                    lines);
        } catch (IllegalArgumentException e) {
            throw new MappingFault(WHOLE, e.getMessage());
        }
    }

    private static void require(
            String element, org.hl7.fhir.r4.model.Identifier found, String system, String expected) {
        String value = Elements.requiredIdentifier(WHOLE + "." + element, List.of(found), system);
        if (!expected.equals(value)) {
            throw new MappingFault(WHOLE + "." + element, "another one: " + value);
        }
    }

    private static ClearingLine line(DetailsComponent detail) {
        String type = Elements.requiredCode(DETAIL + ".type", detail.getType(), Canonical.CLEARING_LINE);
        String claim = Elements.requiredIdentifier(
                DETAIL + ".request", List.of(detail.getRequest().getIdentifier()), Canonical.CLAIM);
        String reason = Elements.extension(DETAIL, detail.getExtension(), REASON, StringType.class)
                .map(StringType::getValue)
                .orElse("");
        try {
            return new ClearingLine(
                    ClearingLine.Kind.ofKey(type)
                            .orElseThrow(() -> new MappingFault(DETAIL + ".type", "unknown: " + type)),
                    claim,
                    Elements.amount(DETAIL + ".amount", detail.getAmount()),
                    reason);
        } catch (IllegalArgumentException e) {
            throw new MappingFault(DETAIL, e.getMessage());
        }
    }
}
