package org.yibaoban.his.hl7v2;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.his.HisCommand;

/**
 * A file or batch that is being read: its header and trailer, what was counted in it, and what is wrong with it. A
 * batch without a header holds messages that came one after another. Not for many threads.
 */
final class BatchLevel {

    /** Headers and trailers are short; what stands there in their place is kept up to this. */
    private static final int KEPT_OF_ENVELOPE = 64 * 1024;

    private final Piece.Kind header;
    private final Piece.Kind trailer;
    private final Optional<byte[]> headerBytes;
    private final ByteArrayOutputStream envelopeBytes = new ByteArrayOutputStream();
    private final BatchTotals totals = new BatchTotals();
    private final List<MessageFault> faults = new ArrayList<>();
    private Envelope spoken = Envelope.BLANK;
    private int count;
    private int answers;
    private int looseMessages;

    private BatchLevel(Piece.Kind header, Piece.Kind trailer, Optional<byte[]> headerBytes) {
        this.header = header;
        this.trailer = trailer;
        this.headerBytes = headerBytes;
        headerBytes.ifPresent(this::keep);
    }

    static BatchLevel file(byte[] header) {
        return new BatchLevel(Piece.Kind.FILE_HEADER, Piece.Kind.FILE_TRAILER, Optional.of(header));
    }

    /** @param header nothing for messages without one */
    static BatchLevel batch(Optional<byte[]> header) {
        return new BatchLevel(Piece.Kind.BATCH_HEADER, Piece.Kind.BATCH_TRAILER, header);
    }

    boolean hasHeader() {
        return headerBytes.isPresent();
    }

    /** The segments of our answer's own file or batch. */
    String headerName() {
        return header.segment();
    }

    String trailerName() {
        return trailer.segment();
    }

    int answers() {
        return answers;
    }

    /** Counts an answer; that to a file's own fault is in none of its batches. */
    void answered(byte[] answer) {
        answers += header == Piece.Kind.BATCH_HEADER && answer.length > 0 ? 1 : 0;
    }

    /** Counts a message. */
    void add(Envelope envelope, Optional<HisCommand> command) {
        count++;
        spoken = spoken.isBlank() ? envelope : spoken;
        totals.add(command);
    }

    /** Counts a batch of this file. */
    void add(BatchLevel batch) {
        spoken = spoken.isBlank() ? batch.envelope() : spoken;
        count++;
        answers += batch.hasHeader() ? 1 : 0;
        if (!batch.hasHeader()) {
            // Senders without batches count messages in FTS-1 as often as the one batch that they did not write.
            looseMessages += batch.count;
        }
    }

    void stray(byte[] line) {
        keep(line);
        if (faults.isEmpty()) {
            faults.add(fault(
                    header, 0, "批量文件中有不属于任何消息的内容", "there is something between the messages that belongs to none"));
        }
    }

    /** Compares the trailer with what was counted. */
    void end(byte[] trailerBytes) {
        keep(trailerBytes);
        Envelope said = Envelope.ofTrailer(trailerBytes, trailer.segment(), separators());
        String number = said.field(1);
        if (!number.isEmpty() && !isCount(number)) {
            faults.add(fault(
                    trailer,
                    1,
                    "条数不符：声明 " + shown(number) + "，实收 " + count,
                    "says " + shown(number) + ", came " + count));
        }
        if (trailer == Piece.Kind.BATCH_TRAILER) {
            verifyTotal(said.component(3, 1));
        }
    }

    /** It ended without its trailer. */
    void endMissing() {
        faults.add(fault(trailer, 0, "缺少批量结尾，文件可能不完整", "the trailer is missing, the file may not be whole"));
    }

    List<MessageFault> faults() {
        return List.copyOf(faults);
    }

    byte[] envelopeBytes() {
        return envelopeBytes.toByteArray();
    }

    /** Whom to answer: the header, else the first message. */
    Envelope envelope() {
        return headerBytes
                .map(bytes -> Envelope.ofBatch(bytes, header.segment()).speaking(spoken))
                .orElse(spoken);
    }

    /** For the office's eyes. */
    String note() {
        String what = header == Piece.Kind.FILE_HEADER ? "批 / file of " : "条 / batch of ";
        String total = totals.net().isZero() ? "" : "，" + totals.net() + " 元 / yuan";
        return count + " " + what + count + total;
    }

    private void verifyTotal(String said) {
        if (said.isEmpty() || !totals.isComplete()) {
            return;
        }
        try {
            if (totals.agreesWith(new BigDecimal(said))) {
                return;
            }
        } catch (NumberFormatException noNumber) {
            // Reported as it stands: it cannot agree.
        }
        faults.add(fault(
                trailer,
                3,
                "合计不符：声明 " + shown(said) + "，实收 " + totals.net(),
                "says " + shown(said) + ", came " + totals.net()));
    }

    private boolean isCount(String number) {
        try {
            BigDecimal said = new BigDecimal(number);
            return said.compareTo(BigDecimal.valueOf(count)) == 0
                    || looseMessages > 0 && said.compareTo(BigDecimal.valueOf(looseMessages)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private Separators separators() {
        return envelope().separators();
    }

    private void keep(byte[] bytes) {
        envelopeBytes.write(bytes, 0, Math.min(bytes.length, KEPT_OF_ENVELOPE - envelopeBytes.size()));
    }

    private static MessageFault fault(Piece.Kind segment, int field, String chinese, String english) {
        return MessageFault.error(ErrorCode.SEGMENT_SEQUENCE, FieldPath.of(segment.segment(), field), chinese, english);
    }

    private static String shown(String number) {
        return number.matches("[0-9.+-]{1,20}") ? number : "?";
    }
}
