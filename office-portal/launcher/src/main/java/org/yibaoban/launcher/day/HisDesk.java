package org.yibaoban.launcher.day;

import java.io.IOException;
import java.time.Duration;

/** The HIS: sends the messages of the script and asks the order hook, each until it is answered. */
final class HisDesk implements AutoCloseable {

    private static final int REJECTIONS = 6;

    private final MllpWire wire;
    private final OfficeHttp http;
    private final Patience patience;
    private final Tally tally;
    private final Duration pause;

    HisDesk(DayOptions options, OfficeHttp http, Patience patience, Tally tally) {
        this.wire = new MllpWire(options.mllpHost(), options.mllpPort());
        this.http = http;
        this.patience = patience;
        this.tally = tally;
        this.pause = options.pause();
    }

    void play(Step step) throws InterruptedException {
        if (step instanceof Step.Message message) {
            send(message);
        } else if (step instanceof Step.Order order) {
            ask(order);
        }
        Thread.sleep(pause.toMillis());
    }

    /** A message that was rejected for now (AR) is sent again a few times; one that is wrong (AE) is not. */
    private void send(Step.Message message) throws InterruptedException {
        Acknowledgement answer = exchange(message);
        for (int i = 0; i < REJECTIONS && answer.isForLater(); i++) {
            Thread.sleep(Duration.ofMillis(250L << i).toMillis());
            answer = exchange(message);
        }
        tally.sent(message, answer);
    }

    private Acknowledgement exchange(Step.Message message) throws InterruptedException {
        return patience.insist(message.type() + " " + message.controlId(), () -> {
            try {
                return Acknowledgement.read(wire.exchange(message.text()), message.controlId());
            } catch (IOException unanswered) {
                wire.close();
                throw unanswered;
            }
        });
    }

    private void ask(Step.Order order) throws InterruptedException {
        OfficeHttp.Answer answer =
                patience.insist("order-sign of " + order.visit(), () -> http.orderSign(order.json()));
        if (answer.status() != 200 || !answer.body().path("cards").isArray()) {
            tally.differ(order.visit(), "order-sign answered HTTP " + answer.status());
        }
        tally.hook(answer.body().path("cards").size());
    }

    @Override
    public void close() {
        wire.close();
    }
}
