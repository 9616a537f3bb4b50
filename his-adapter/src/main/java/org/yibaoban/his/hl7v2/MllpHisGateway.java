package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.yibaoban.office.notice.HisGateway;
import org.yibaoban.office.notice.HisNotice;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.HisReceiver.Mllp;

/** Tells the hospital's systems by HL7 v2 over MLLP, a connection for each message. For many threads. */
public final class MllpHisGateway implements HisGateway {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Shorter than the outbox's lease, so that no notice is taken up twice while its answer is awaited. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Clock clock;

    /** @param clock its zone is the hospital's */
    public MllpHisGateway(Clock clock) {
        this.clock = clock;
    }

    @Override
    public byte[] write(HisReceiver receiver, HisNotice notice, String controlId) {
        return new NoticeMessage(line(receiver), clock).write(notice, controlId);
    }

    @Override
    public HisAnswer send(HisReceiver receiver, byte[] message) throws IOException {
        Mllp line = line(receiver);
        try (MllpClient client = new MllpClient(line.host(), line.port(), CONNECT, ANSWER)) {
            return read(client.send(message), message);
        }
    }

    private static Mllp line(HisReceiver receiver) {
        if (receiver.line() instanceof Mllp line) {
            return line;
        }
        throw new IllegalArgumentException("receiver " + receiver.name() + " speaks no HL7 v2");
    }

    /** The answer must be to this message: another's, or one without MSA, leaves the outcome open. */
    private static HisAnswer read(byte[] answer, byte[] message) {
        Envelope header = Envelope.of(answer);
        String separator = Pattern.quote(String.valueOf(header.separators().field()));
        return DecodedText.of(answer, header)
                .text()
                .flatMap(text -> Arrays.stream(text.split("[\r\n]+"))
                        .filter(line -> line.startsWith("MSA"))
                        .map(line -> line.split(separator, -1))
                        .filter(msa -> msa.length > 2
                                && msa[2].equals(Envelope.of(message).controlId()))
                        .findFirst())
                .map(msa -> new HisAnswer(outcome(msa[1]), msa[1] + (msa.length > 3 ? " " + msa[3] : ""), answer))
                .orElseGet(() -> new HisAnswer(HisAnswer.Outcome.LATER, "no acknowledgement of this message", answer));
    }

    private static HisAnswer.Outcome outcome(String code) {
        return switch (code) {
            case "AA", "CA" -> HisAnswer.Outcome.TAKEN;
            case "AE", "CE" -> HisAnswer.Outcome.REFUSED;
            default -> HisAnswer.Outcome.LATER;
        };
    }
}
