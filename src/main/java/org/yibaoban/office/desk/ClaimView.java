package org.yibaoban.office.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;

/**
 * A claim as the desks show it.
 *
 * @param amounts the payer's amounts; empty until it answered
 * @param differences what differs from the estimate or breaks an identity, one sentence each
 * @param note the payer's reasons, or why the claim is where it is; may be blank
 */
public record ClaimView(
        String identifier,
        ClaimState state,
        Instant createdAt,
        String createdBy,
        Optional<Instant> settledAt,
        Optional<String> payerReference,
        Map<SettlementField, Money> amounts,
        List<String> differences,
        String note) {}
