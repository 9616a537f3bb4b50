package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.yibaoban.office.operating.OperatingFigures;
import org.yibaoban.office.operating.OperatingWatch;

/**
 * The office's own figures among those at {@code /metrics}; what each means and when to be alarmed stands in
 * docs/operating.md. They are looked up at most every five seconds, and are no numbers while the database is away.
 */
@ApplicationScoped
public class Figures {

    private static final List<String> LATELY = List.of("APPLIED", "WAITING", "HELD", "ERROR", "REJECTED");
    private static final List<String> OPEN = List.of("WAITING", "HELD", "ERROR", "REJECTED");

    @Inject
    private OperatingWatch watch;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started, MetricRegistry registry) {
        for (String verdict : LATELY) {
            gauge(
                    registry,
                    "yibaoban_messages_lately",
                    "messages received in the last five minutes",
                    "verdict",
                    verdict,
                    now -> now.messagesLately().getOrDefault(verdict, 0L));
        }
        for (String verdict : OPEN) {
            gauge(
                    registry,
                    "yibaoban_messages_open",
                    "messages that wait, or that somebody has to look at",
                    "verdict",
                    verdict,
                    now -> now.messagesOpen().getOrDefault(verdict, 0L));
        }
        for (String queue : OperatingFigures.QUEUES) {
            gauge(
                    registry,
                    "yibaoban_queued",
                    "pieces of work that wait",
                    "queue",
                    queue,
                    now -> now.queued().getOrDefault(queue, 0L));
        }
        for (String queue : OperatingFigures.DATED_QUEUES) {
            gauge(
                    registry,
                    "yibaoban_queue_oldest_seconds",
                    "since when the oldest piece of work waits",
                    "queue",
                    queue,
                    now -> now.oldest().getOrDefault(queue, Duration.ZERO).toSeconds());
        }
        gauge(
                registry,
                "yibaoban_claims_unknown",
                "claims sent whose answer is not known",
                "payer",
                "all",
                OperatingFigures::claimsUnknown);
        gauge(
                registry,
                "yibaoban_loads_abandoned",
                "loads of files whose worker is not heard of",
                "job",
                "loads",
                OperatingFigures::abandonedLoads);
    }

    private void gauge(
            MetricRegistry registry,
            String name,
            String meaning,
            String tag,
            String value,
            ToDoubleFunction<OperatingFigures> figure) {
        registry.gauge(
                Metadata.builder().withName(name).withDescription(meaning).build(),
                () -> watch.figures().map(figure::applyAsDouble).orElse(Double.NaN),
                new Tag(tag, value.toLowerCase(Locale.ROOT)));
    }
}
