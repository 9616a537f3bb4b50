package org.yibaoban.office.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yibaoban.store.LiveMarks;

class LiveNewsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final Rows rows = new Rows();
    private final LiveNews news = new LiveNews(rows);

    @Test
    void the_first_look_tells_nothing_of_what_was_there() {
        rows.change("ZY1", START);

        assertThat(news.of(LiveTopic.CLAIMS)).isEmpty();
        assertThat(news.of(LiveTopic.CLAIMS)).isEmpty();
    }

    @Test
    void each_change_is_told_once() {
        news.of(LiveTopic.CLAIMS);
        rows.change("ZY1", START.plusSeconds(1));
        assertThat(news.of(LiveTopic.CLAIMS)).containsExactly("ZY1");
        assertThat(news.of(LiveTopic.CLAIMS)).isEmpty();

        rows.change("ZY1", START.plusSeconds(2));
        rows.change("ZY2", START.plusSeconds(2));
        assertThat(news.of(LiveTopic.CLAIMS)).containsExactlyInAnyOrder("ZY1", "ZY2");
    }

    @Test
    void a_change_that_is_seen_after_a_later_one_is_told_too() {
        news.of(LiveTopic.CLAIMS);
        rows.change("ZY2", START.plusSeconds(5));
        assertThat(news.of(LiveTopic.CLAIMS)).containsExactly("ZY2");

        rows.change("ZY1", START.plusSeconds(2));
        assertThat(news.of(LiveTopic.CLAIMS)).containsExactly("ZY1");
    }

    @Test
    void what_is_committed_between_the_two_reads_of_a_look_is_told() {
        news.of(LiveTopic.CLAIMS);
        rows.change("ZY1", START.plusSeconds(1));
        rows.afterNextRead = () -> rows.change("ZY2", START.plusSeconds(1));

        assertThat(news.of(LiveTopic.CLAIMS)).containsExactlyInAnyOrder("ZY1", "ZY2");
        assertThat(news.of(LiveTopic.CLAIMS)).isEmpty();
    }

    @Test
    void what_has_grown_old_is_no_news() {
        rows.change("ZY1", START);
        news.of(LiveTopic.CLAIMS);
        rows.now = START.plusSeconds(60);
        rows.change("ZY2", rows.now);
        assertThat(news.of(LiveTopic.CLAIMS)).containsExactly("ZY2");

        assertThat(rows.oldestAsked).isEqualTo(rows.now.minus(LiveNews.LATEST));
        assertThat(news.of(LiveTopic.CLAIMS)).isEmpty();
    }

    /** Visits with the moments of their last change. */
    private static final class Rows extends LiveMarks {
        private final Map<String, Instant> changed = new HashMap<>();
        private Instant now = START;
        private Instant oldestAsked;
        private Runnable afterNextRead = () -> {};

        void change(String visit, Instant at) {
            changed.put(visit, at);
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Map<String, String> claims(Instant since) {
            oldestAsked = since;
            Map<String, String> marks = new HashMap<>();
            changed.forEach((visit, at) -> {
                if (!at.isBefore(since)) {
                    marks.put(visit, at.toString());
                }
            });
            Runnable next = afterNextRead;
            afterNextRead = () -> {};
            next.run();
            return marks;
        }
    }
}
