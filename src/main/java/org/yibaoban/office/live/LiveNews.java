package org.yibaoban.office.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.store.LiveMarks;

/**
 * What came since this instance looked last, whichever instance brought it: the tables are what instances share, and what
 * was told is remembered here only. For the one thread that looks.
 */
@ApplicationScoped
public class LiveNews {

    /** A row is seen when its transaction commits, after the time that stands in it; so much later it may be. */
    static final Duration LATEST = Duration.ofSeconds(10);

    private final Map<LiveTopic, Told> told = new EnumMap<>(LiveTopic.class);

    @Inject
    private LiveMarks marks;

    /** @param marks what stood in the rows since that moment */
    private record Told(Instant since, Map<String, String> marks) {}

    /** For CDI. */
    protected LiveNews() {}

    LiveNews(LiveMarks marks) {
        this.marks = marks;
    }

    /** What there is news of: numbers of visits, a blank where the topic knows no parts; nothing at the first look. */
    @Transactional
    public Set<String> of(LiveTopic topic) {
        Told before = told.get(topic);
        if (before == null) {
            told.put(topic, fromNowOn(topic));
            return Set.of();
        }
        Map<String, String> now = marks(topic, before.since());
        Set<String> news = changed(before.marks(), now);
        if (!news.isEmpty()) {
            Told next = fromNowOn(topic);
            // what was committed between the two reads
            news.addAll(changed(now, next.marks()));
            told.put(topic, next);
        }
        return news;
    }

    private Told fromNowOn(LiveTopic topic) {
        Instant since = marks.now().minus(LATEST);
        return new Told(since, marks(topic, since));
    }

    private Map<String, String> marks(LiveTopic topic, Instant since) {
        return switch (topic) {
            case WARNINGS -> marks.warnings(since);
            case MESSAGES -> marks.messages(since);
            case CLAIMS -> marks.claims(since);
        };
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> now) {
        return now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
