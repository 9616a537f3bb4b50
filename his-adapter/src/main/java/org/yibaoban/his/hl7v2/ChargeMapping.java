package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.his.dialect.CodeTable;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.ChargePosting.Kind;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Supply;

/**
 * Charges: each FT1 becomes a posting. One faulty FT1 refuses the whole message, so that a batch of charges is in the
 * ledger wholly or not at all.
 */
final class ChargeMapping {

    private static final int SET_ID = 1;
    /** A refund under its charge's own id is kept under this. */
    private static final String REFUND = "/R";

    private static final int MAX_TRANSACTION_ID = 190;
    /** Item code and order number. */
    private static final int MAX_REFERENCE = 60;

    private static final int MAX_NAME = 400;

    private final Reading reading;
    private final String version;
    private final boolean update;

    ChargeMapping(Reading reading) {
        this.reading = reading;
        this.version = reading.message().envelope().component(12, 1);
        this.update = reading.chargeRules().updates().contains(reading.event());
    }

    /** DFT P03 and P11. */
    HisCommand postCharges() {
        reading.message().required("PID");
        reading.message().required("FT1");
        List<Reading> each = reading.message().all("FT1").stream()
                .map(ft1 -> reading.within(List.of(ft1)))
                .toList();
        return new HisCommand.PostCharges(
                VisitMapping.visit(reading),
                PatientMapping.number(reading, Fact.PATIENT),
                postings(each),
                VisitMapping.told(reading));
    }

    /** @param each a reading within each FT1, and within its order where it has one */
    List<ChargePosting> postings(List<Reading> each) {
        List<ChargePosting> postings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Reading ft1 : each) {
            ChargePosting posting = posting(ft1);
            if (!ids.add(posting.transactionId())) {
                throw MessageFault.error(
                        ErrorCode.DUPLICATE_KEY,
                        ft1.where(Fact.CHARGE_ID),
                        "同一消息内流水号重复",
                        "the transaction id comes twice in this message");
            }
            postings.add(posting);
        }
        return postings;
    }

    private ChargePosting posting(Reading ft1) {
        LocalDateTime at = ft1.time(Fact.CHARGE_TIME).orElseThrow(() -> ft1.missing(Fact.CHARGE_TIME));
        String itemCode =
                ft1.optional(Fact.CHARGE_ITEM, MAX_REFERENCE).orElseThrow(() -> ft1.missing(Fact.CHARGE_ITEM));
        ChargeFigures figures = ChargeFigures.of(ft1, version, update);
        Kind kind = kind(ft1, figures.negative());
        String id = transactionId(ft1);
        boolean underItsChargesId =
                kind == Kind.CREDIT && !reading.chargeRules().refundHasOwnId();
        Optional<String> named = ft1.optional(Fact.REVERSES, MAX_TRANSACTION_ID);
        return new ChargePosting(
                underItsChargesId ? id + REFUND : id,
                kind,
                itemCode,
                ft1.optional(Fact.CHARGE_NAME, MAX_NAME).orElse(itemCode),
                figures.quantity(),
                figures.unitPrice(),
                figures.amount(),
                at,
                ft1.limited(Fact.CHARGE_DEPARTMENT, Reading.CODE_LENGTH),
                ft1.optional(Fact.CHARGE_DOCTOR, Reading.CODE_LENGTH),
                ft1.optional(Fact.CHARGE_ORDER, MAX_REFERENCE),
                kind == Kind.CHARGE
                        ? Optional.empty()
                        : named.or(() -> Optional.of(id).filter(i -> underItsChargesId)),
                update && kind == Kind.CHARGE,
                kind == Kind.CHARGE ? supply(ft1) : Supply.NONE);
    }

    private static Supply supply(Reading ft1) {
        Optional<BigDecimal> days = ft1.decimal(Fact.CHARGE_DAYS);
        if (!days.map(Supply::holds).orElse(true)) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    ft1.where(Fact.CHARGE_DAYS),
                    "用药天数须为 0 至 9999，至多两位小数",
                    "0 to 9999 days of supply, at most two decimal places");
        }
        return new Supply(days, isSo(ft1, Fact.CHARGE_CHRONIC), isSo(ft1, Fact.CHARGE_TAKE_HOME));
    }

    private static boolean isSo(Reading ft1, Fact flag) {
        return ft1.optional(flag).isPresent()
                && ft1.meaning(flag, CodeTable.FLAG).equals("yes");
    }

    /**
     * By the sender's table for FT1-6. With a credit a minus sign is no second negation. An adjustment takes its
     * direction from its sign; one that names another transaction and is positive could mean either.
     */
    private static Kind kind(Reading ft1, boolean negative) {
        return switch (ft1.meaning(Fact.CHARGE_TYPE, CodeTable.CHARGE_TYPE)) {
            case "charge" -> negative ? Kind.CREDIT : Kind.CHARGE;
            case "credit" -> Kind.CREDIT;
            case "adjustment" -> adjustment(ft1, negative);
            default ->
                throw MessageFault.error(
                        ErrorCode.TABLE_VALUE,
                        ft1.where(Fact.CHARGE_TYPE),
                        "是缴款（PY、CO），不是费用",
                        "a payment (PY, CO) is no charge");
        };
    }

    private static Kind adjustment(Reading ft1, boolean negative) {
        if (!negative && ft1.optional(Fact.REVERSES).isPresent()) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    ft1.where(Fact.CHARGE_TYPE),
                    "AJ 金额为正又引用原流水（FT1-31），方向不明；冲减请用 CD 或负数",
                    "a positive AJ that names another transaction (FT1-31) is ambiguous, send CD or a negative amount");
        }
        return negative ? Kind.CREDIT : Kind.CHARGE;
    }

    /** The sender's id; where it gives none, what identifies the FT1 all the same: sender, MSH-10 and FT1-1. */
    private static String transactionId(Reading ft1) {
        Envelope envelope = ft1.message().envelope();
        String id = ft1.optional(Fact.CHARGE_ID).orElseGet(() -> {
            Hl7Segment segment = ft1.own("FT1");
            return envelope.sender() + "/" + envelope.controlId() + "/"
                    + segment.optional(SET_ID).orElseGet(() -> String.valueOf(segment.sequence()));
        });
        if (id.length() > MAX_TRANSACTION_ID) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG, ft1.where(Fact.CHARGE_ID), "流水号过长", "the transaction id is too long");
        }
        return id;
    }
}
