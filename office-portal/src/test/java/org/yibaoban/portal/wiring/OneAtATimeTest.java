package org.yibaoban.portal.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final OneAtATime guard = new OneAtATime();
    private final List<String> done = new ArrayList<>();

    @Test
    void what_comes_while_the_work_is_done_is_passed_over() {
        guard.run(() -> {
            guard.run(() -> done.add("inner"));
            done.add("outer");
        });
        guard.run(() -> done.add("next"));

        assertThat(done).containsExactly("outer", "next");
    }

    @Test
    void work_that_failed_is_over_and_not_thrown_at_the_timer() {
        guard.run(() -> {
            throw new IllegalStateException("no database");
        });
        guard.run(() -> {
            throw new NoClassDefFoundError("left out of what ships");
        });

        guard.run(() -> done.add("next"));

        assertThat(done).containsExactly("next");
    }
}
