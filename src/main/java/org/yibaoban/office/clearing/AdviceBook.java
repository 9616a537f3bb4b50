package org.yibaoban.office.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.ReadAdvice;
import org.yibaoban.settlement.clearing.ClearingLine;
import org.yibaoban.settlement.clearing.ClearingPayment;
import org.yibaoban.settlement.clearing.PaymentAdvice;
import org.yibaoban.settlement.clearing.PaymentPart;
import org.yibaoban.store.ClearingBook;
import org.yibaoban.store.ClearingBook.Cleared;
import org.yibaoban.store.ClearingPayments;
import org.yibaoban.store.ClearingPayments.PlacedLine;

/** Stores an advice that was read: each line with the month of the claim that it is for, all in one transaction. */
@ApplicationScoped
public class AdviceBook {

    @Inject
    private ClearingBook book;

    @Inject
    private ClearingPayments payments;

    @Inject
    private PayerGateway payer;

    @Inject
    private Clock clock;

    /** As {@link ClearingIntake#read}. */
    @Transactional
    public long keep(ReadAdvice read, ClearingPayment.Source source, String by) {
        PaymentAdvice advice = read.advice();
        if (advice.paidOn().isAfter(LocalDate.now(clock))) {
            throw new OfficeRefused(ReasonCode.CLEARING_ENTRY, advice.number() + " · paidOn " + advice.paidOn(), "");
        }
        payments.lockEntering(payer.payerCode());
        Optional<ClearingPayments.Known> known = payments.known(payer.payerCode(), advice.number());
        if (known.isPresent()) {
            if (!Arrays.equals(known.get().content(), read.content())) {
                throw new OfficeRefused(ReasonCode.CLEARING_TWICE, advice.number(), "");
            }
            return known.get().id();
        }
        List<PlacedLine> lines = place(advice);
        ClearingPayment one = ClearingPayment.entered(
                advice.number(), source, "", advice.paidOn(), advice.amount(), "", by, clock.instant());
        return payments.add(payer.payerCode(), one, read.content(), parts(lines), lines);
    }

    private List<PlacedLine> place(PaymentAdvice advice) {
        Map<String, Cleared> claims =
                book
                        .claims(
                                advice.lines().stream()
                                        .map(ClearingLine::claim)
                                        .distinct()
                                        .toList(),
                                clock.getZone())
                        .stream()
                        .collect(Collectors.toMap(Cleared::claim, Function.identity()));
        List<PlacedLine> placed = new ArrayList<>();
        for (ClearingLine line : advice.lines()) {
            Cleared claim = claims.get(line.claim());
            YearMonth month = Optional.ofNullable(claim)
                    .flatMap(one -> line.kind() == ClearingLine.Kind.REVERSAL ? one.reversed() : one.settled())
                    .orElseThrow(() -> new OfficeRefused(
                            ReasonCode.CLEARING_CLAIM,
                            advice.number() + " · " + line.claim() + " · "
                                    + line.kind().chinese(),
                            ""));
            placed.add(new PlacedLine(line, claim.id(), month, claim.insurance()));
        }
        return placed;
    }

    private static List<PaymentPart> parts(List<PlacedLine> lines) {
        Map<List<Object>, PaymentPart> parts = new LinkedHashMap<>();
        for (PlacedLine one : lines) {
            parts.merge(
                    List.of(one.month(), one.insurance()),
                    new PaymentPart(one.month(), one.insurance(), one.line().amount(), Money.ZERO),
                    (before, now) -> new PaymentPart(
                            now.month(), now.insurance(), before.paid().plus(now.paid()), Money.ZERO));
        }
        return List.copyOf(parts.values());
    }
}
