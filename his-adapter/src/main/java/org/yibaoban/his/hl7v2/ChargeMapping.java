package org.yibaoban.his.hl7v2;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.ChargePosting.Kind;
import org.yibaoban.office.his.HisCommand;

/**
 * DFT P03: each FT1 becomes a posting. One faulty FT1 refuses the whole message, so that a batch of charges is in the
 * ledger wholly or not at all.
 */
final class ChargeMapping {

    private static final int SET_ID = 1;
    private static final int TRANSACTION = 2;
    private static final int DATE = 4;
    private static final int TYPE = 6;
    private static final int ITEM = 7;
    private static final int DESCRIPTION = 8;
    private static final int DEPARTMENT = 13;
    private static final int PERFORMED_BY = 20;
    private static final int ORDERED_BY = 21;
    private static final int ORDER = 23;
    private static final int REVERSES = 31;
    private static final int MAX_TRANSACTION_ID = 200;
    /** Item code and order number. */
    private static final int MAX_REFERENCE = 60;

    private static final int MAX_NAME = 400;

    private final Hl7Message message;
    private final Hl7Time times;

    ChargeMapping(Hl7Message message, Hl7Time times) {
        this.message = message;
        this.times = times;
    }

    HisCommand postCharges() {
        Hl7Segment pid = message.required("PID");
        message.required("FT1");
        List<ChargePosting> postings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Hl7Segment ft1 : message.all("FT1")) {
            ChargePosting posting = posting(ft1);
            if (!ids.add(posting.transactionId())) {
                throw MessageFault.error(
                        ErrorCode.DUPLICATE_KEY,
                        ft1.at(TRANSACTION),
                        "同一消息内流水号重复",
                        "the transaction id comes twice in this message");
            }
            postings.add(posting);
        }
        return new HisCommand.PostCharges(VisitMapping.visit(message), PatientMapping.number(pid), postings);
    }

    private ChargePosting posting(Hl7Segment ft1) {
        LocalDateTime at = times.time(ft1, DATE)
                .orElseThrow(() -> MessageFault.missing(ft1.at(DATE), "费用发生时间", "the transaction date"));
        ft1.required(ITEM, "项目代码", "the item code");
        String itemCode = ft1.limited(ITEM, 1, MAX_REFERENCE);
        ChargeFigures figures = ChargeFigures.of(ft1, message.envelope().component(12, 1));
        Kind kind = kind(ft1, figures.negative());
        return new ChargePosting(
                transactionId(ft1),
                kind,
                itemCode,
                itemName(ft1, itemCode),
                figures.quantity(),
                figures.unitPrice(),
                figures.amount(),
                at,
                ft1.optional(DEPARTMENT, Hl7Segment.CODE_LENGTH).orElseGet(() -> VisitMapping.department(message)),
                ft1.optional(ORDERED_BY, Hl7Segment.CODE_LENGTH)
                        .or(() -> ft1.optional(PERFORMED_BY, Hl7Segment.CODE_LENGTH)),
                ft1.optional(ORDER, MAX_REFERENCE),
                kind == Kind.CREDIT ? ft1.optional(REVERSES, MAX_TRANSACTION_ID) : Optional.empty());
    }

    /**
     * Table 0017 and the 1 / -1 of Chinese senders. With CD and -1 a minus sign is no second negation. An adjustment
     * takes its direction from its sign; one that names another transaction and is positive could mean either.
     */
    private static Kind kind(Hl7Segment ft1, boolean negative) {
        return switch (ft1.required(TYPE, "费用类型", "the transaction type")) {
            case "CG", "1" -> negative ? Kind.CREDIT : Kind.CHARGE;
            case "CD", "-1" -> Kind.CREDIT;
            case "AJ" -> adjustment(ft1, negative);
            case "PY", "CO" ->
                throw MessageFault.error(
                        ErrorCode.TABLE_VALUE, ft1.at(TYPE), "是缴款（PY、CO），不是费用", "a payment (PY, CO) is no charge");
            default ->
                throw MessageFault.error(
                        ErrorCode.TABLE_VALUE,
                        ft1.at(TYPE),
                        "费用类型不在值域内（CG、CD、AJ、1、-1）",
                        "not a known transaction type (CG, CD, AJ, 1, -1)");
        };
    }

    private static Kind adjustment(Hl7Segment ft1, boolean negative) {
        if (!negative && ft1.optional(REVERSES).isPresent()) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    ft1.at(TYPE),
                    "AJ 金额为正又引用原流水（FT1-31），方向不明；冲减请用 CD 或负数",
                    "a positive AJ that names another transaction (FT1-31) is ambiguous, send CD or a negative amount");
        }
        return negative ? Kind.CREDIT : Kind.CHARGE;
    }

    /** FT1-2; where a sender gives none, what identifies the FT1 all the same: sender, MSH-10 and FT1-1. */
    private String transactionId(Hl7Segment ft1) {
        Envelope envelope = message.envelope();
        String id = ft1.optional(TRANSACTION)
                .orElseGet(() -> envelope.sender() + "/" + envelope.controlId() + "/"
                        + ft1.optional(SET_ID).orElseGet(() -> String.valueOf(ft1.sequence())));
        if (id.length() > MAX_TRANSACTION_ID) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG, ft1.at(TRANSACTION), "流水号过长", "the transaction id is too long");
        }
        return id;
    }

    private static String itemName(Hl7Segment ft1, String itemCode) {
        return Optional.of(ft1.limited(ITEM, 2, MAX_NAME))
                .filter(name -> !name.isEmpty())
                .or(() -> ft1.optional(DESCRIPTION, MAX_NAME))
                .orElse(itemCode);
    }
}
