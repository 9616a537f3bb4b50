package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.IncomingMessage;

/**
 * Handles files and frames of several messages: each message is kept, applied and answered by itself, and one that is
 * broken stops no other. Files (FHS) and batches (BHS) are answered by files and batches of acknowledgements, messages
 * without a header by acknowledgements one after another. What does not agree with the counts is refused in the name of
 * the batch, after its messages. For many threads.
 */
final class BatchIntake {

    private static final System.Logger LOG = System.getLogger(BatchIntake.class.getName());

    private final HisInbox inbox;
    private final Clock clock;
    private final MessageIntake messages;

    BatchIntake(HisInbox inbox, Clock clock, MessageIntake messages) {
        this.inbox = inbox;
        this.clock = clock;
        this.messages = messages;
    }

    /** @throws IOException when {@code in} cannot be read; what was read until then is handled */
    void receive(String channel, InputStream in, int maxMessageBytes, Reply reply) throws IOException {
        Run run = new Run(channel, reply);
        BatchReader reader = new BatchReader(in, maxMessageBytes);
        for (Optional<Piece> piece = reader.next(); piece.isPresent(); piece = reader.next()) {
            run.take(piece.get());
        }
        run.end();
    }

    /** One file or frame. */
    private final class Run {

        private final String channel;
        private final Reply reply;
        private Optional<BatchLevel> file = Optional.empty();
        private Optional<BatchLevel> batch = Optional.empty();
        private boolean anything;

        Run(String channel, Reply reply) {
            this.channel = channel;
            this.reply = reply;
        }

        void take(Piece piece) {
            byte[] content = piece.content();
            if (Piece.contentOf(content, 0, content.length) == content.length) {
                return;
            }
            anything = true;
            switch (piece.kind()) {
                case MESSAGE -> message(piece);
                case FILE_HEADER -> {
                    endFile(Optional.empty());
                    file = Optional.of(opened(BatchLevel.file(content)));
                }
                case BATCH_HEADER -> {
                    endBatch(Optional.empty());
                    batch = Optional.of(opened(BatchLevel.batch(Optional.of(content))));
                }
                case BATCH_TRAILER -> {
                    implicitBatch();
                    endBatch(Optional.of(content));
                }
                case FILE_TRAILER -> {
                    if (file.isEmpty()) {
                        implicitBatch().stray(content);
                    } else {
                        endFile(Optional.of(content));
                    }
                }
                case STRAY ->
                    batch.or(() -> file).orElseGet(this::implicitBatch).stray(content);
            }
        }

        void end() {
            endFile(Optional.empty());
            if (!anything) {
                messages.receiveBroken(
                        channel,
                        new byte[0],
                        MessageFault.error(ErrorCode.SEGMENT_SEQUENCE, "没有内容", "there is nothing in it"),
                        reply::part);
            }
            reply.end();
        }

        private void message(Piece piece) {
            BatchLevel level = implicitBatch();
            Optional<HisCommand> command = Optional.empty();
            if (piece.whole()) {
                command = messages.receive(channel, piece.content(), answer -> part(level, answer));
            } else {
                messages.receiveBroken(
                        channel, piece.content(), FrameFault.TOO_LARGE.asMessageFault(), answer -> part(level, answer));
            }
            level.add(Envelope.of(piece.content()), command);
        }

        private BatchLevel implicitBatch() {
            if (batch.isEmpty()) {
                batch = Optional.of(BatchLevel.batch(Optional.empty()));
            }
            return batch.get();
        }

        private BatchLevel opened(BatchLevel level) {
            Envelope to = level.envelope();
            String s = String.valueOf(to.separators().field());
            text(String.join(
                    s,
                    level.headerName(),
                    to.separators().encoding(),
                    to.field(5),
                    to.field(6),
                    to.field(3),
                    to.field(4),
                    Acknowledgement.now(clock),
                    "",
                    "",
                    "",
                    Acknowledgement.controlId(clock),
                    to.field(10)));
            return level;
        }

        private void endBatch(Optional<byte[]> trailer) {
            if (batch.isEmpty()) {
                return;
            }
            BatchLevel level = batch.get();
            batch = Optional.empty();
            close(level, trailer);
            file.ifPresent(whole -> whole.add(level));
        }

        private void endFile(Optional<byte[]> trailer) {
            endBatch(Optional.empty());
            file.ifPresent(level -> close(level, trailer));
            file = Optional.empty();
        }

        private void close(BatchLevel level, Optional<byte[]> trailer) {
            trailer.ifPresentOrElse(level::end, () -> {
                if (level.hasHeader()) {
                    level.endMissing();
                }
            });
            if (level.envelopeBytes().length > 0) {
                conclude(level);
            }
            if (level.hasHeader()) {
                String s = String.valueOf(level.envelope().separators().field());
                text(String.join(s, level.trailerName(), String.valueOf(level.answers())));
            }
        }

        /** Keeps header and trailer with what was found, and refuses them where they do not agree. */
        private void conclude(BatchLevel level) {
            Envelope to = level.envelope();
            Acknowledgement acknowledgement =
                    new Acknowledgement(to, DecodedText.of(level.envelopeBytes(), Envelope.BLANK), clock);
            IncidentId incident = IncidentId.next(clock);
            try {
                long id = inbox.keep(new IncomingMessage(
                                channel, to.sender(), "", level.headerName(), level.envelopeBytes()))
                        .messageId();
                if (level.faults().isEmpty()) {
                    inbox.note(id, level.note(), new byte[0]);
                } else {
                    refuse(level, id, acknowledgement, incident);
                }
            } catch (RuntimeException notKept) {
                LOG.log(Level.ERROR, incident + ": a batch of " + to.sender() + " could not be kept", notKept);
                part(level, acknowledgement.refused(MessageFault.internal(), incident.value()));
            }
        }

        private void refuse(BatchLevel level, long id, Acknowledgement acknowledgement, IncidentId incident) {
            MessageFault first = level.faults().get(0);
            LOG.log(
                    Level.WARNING,
                    "{0}: batch of {1} faulty",
                    incident,
                    level.envelope().sender());
            byte[] answer = acknowledgement.refused(first, incident.value());
            inbox.refuse(
                    id,
                    HisInbox.Verdict.ERROR,
                    level.note() + ": " + MessageIntake.reasonOf(first),
                    incident.value(),
                    answer);
            part(level, answer);
        }

        private void part(BatchLevel level, byte[] answer) {
            level.answered(answer);
            reply.part(answer);
        }

        private void text(String segment) {
            reply.part((segment + "\r").getBytes(StandardCharsets.UTF_8));
        }
    }
}
