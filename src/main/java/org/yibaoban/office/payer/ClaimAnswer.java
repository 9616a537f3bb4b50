package org.yibaoban.office.payer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * The payer's answer to a claim.
 *
 * @param payerReference the payer's settlement number (setl_id)
 * @param caseGroup code of the case-based group (DRG, DIP) that the payer put the stay into, where it says so
 * @param amounts one for each layer and part that the payer reported, in yuan; all fields when COMPLETE
 * @param errors the payer's reasons, when ERROR
 * @param request the claim as sent; empty when the answer came from a status query
 * @param response byte for byte
 */
public record ClaimAnswer(
        Outcome outcome,
        Optional<String> payerReference,
        Optional<String> caseGroup,
        Map<SettlementField, Money> amounts,
        List<String> errors,
        byte[] request,
        byte[] response) {

    /** FHIR ClaimResponse.outcome. */
    public enum Outcome {
        QUEUED,
        COMPLETE,
        ERROR,
        PARTIAL
    }
}
